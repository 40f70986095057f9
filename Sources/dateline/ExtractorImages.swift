internal import Extraction

extension Extractor {
  /// The extractor that works from the images linked into the executable.
  static func linkedIn() throws -> Extractor {
    Extractor(
      gazetteer: try Gazetteer(bytes: Images.gazetteer), models: try Models(bytes: Images.models))
  }
}
