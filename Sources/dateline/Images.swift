internal import ModelImage

/// The files linked into the executable; they live as long as it does.
enum Images {
  static var gazetteer: RawSpan {
    @_lifetime(immortal)
    get { unsafe image(dateline_gazetteer, dateline_gazetteer_size) }
  }

  static var models: RawSpan {
    @_lifetime(immortal)
    get { unsafe image(dateline_models, dateline_models_size) }
  }

  /// openapi.yaml of this build.
  static var openAPI: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: dateline_openapi, count: dateline_openapi_size))
  }

  @_lifetime(immortal)
  private static func image(_ start: UnsafePointer<UInt8>, _ count: Int) -> RawSpan {
    // The linker gives both: `count` bytes that nobody writes and nobody frees.
    let bytes = unsafe RawSpan(_unsafeStart: start, byteCount: count)
    return unsafe _overrideLifetime(bytes, borrowing: ())
  }
}
