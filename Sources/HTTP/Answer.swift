internal import Formats

/// An answer rendered once, whole, as it goes over the wire; only Date is put in anew when the
/// second has changed. A slow connection keeps its octets, not the answer.
struct Answer {
  let status: Int
  /// Field lines that go with 200, 206 and 304 alike.
  let commonFields: [UInt8]
  /// Field lines that describe the content: Content-Type, Content-Encoding, Last-Modified.
  let representationFields: [UInt8]
  let representation: Representation
  /// Whether parts of the content may be asked for.
  let isRangeable: Bool
  /// Status line, Server, Date, all other fields, the empty line, content.
  private(set) var bytes: [UInt8]
  /// Unix seconds of its Date.
  private(set) var dateSecond = Int64.min
  /// Where a Connection field would stand.
  let fieldsStart: Int
  let contentStart: Int

  /// None at all.
  init() {
    status = 0
    (commonFields, representationFields, bytes) = ([], [], [])
    representation = Representation()
    isRangeable = false
    (fieldsStart, contentStart) = (0, 0)
  }

  init(
    status: Int, commonFields: [UInt8], representationFields: [UInt8], content: [UInt8],
    representation: Representation, isRangeable: Bool
  ) {
    self.status = status
    self.commonFields = commonFields
    self.representationFields = representationFields
    self.representation = representation
    self.isRangeable = isRangeable
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      commonFields.count + representationFields.count + content.count + 160)
    bytes.append("HTTP/1.1 ")
    bytes.append(decimal: Int64(status))
    bytes.append(.space)
    bytes.append(Reason.phrase(status))
    bytes.append("\r\nServer: dateline\r\nDate: ")
    bytes += [UInt8](repeating: .space, count: HTTPDate.byteCount)
    bytes.append("\r\n")
    fieldsStart = bytes.count
    bytes += commonFields
    let hasContent = Self.hasContent(status)
    if hasContent {
      bytes += representationFields
      bytes.append("Content-Length: ")
      bytes.append(decimal: Int64(content.count))
      bytes.append("\r\n")
    }
    bytes.append("\r\n")
    contentStart = bytes.count
    if hasContent { bytes += content }
    self.bytes = bytes
  }

  var contentByteCount: Int { bytes.count - contentStart }

  /// Where Date's value stands: it is the last line before `fieldsStart`.
  var dateStart: Int { fieldsStart - 2 - HTTPDate.byteCount }

  /// Has Date say `date`. Octets of it that still wait to be sent stay as they are.
  mutating func setDate(_ date: [UInt8], unixSeconds: Int64) {
    dateSecond = unixSeconds
    bytes.replaceSubrange(dateStart..<(dateStart + HTTPDate.byteCount), with: date)
  }

  /// Octets it keeps in memory, about.
  var byteCount: Int { bytes.count + commonFields.count + representationFields.count + 384 }

  /// RFC 9110 §6.4.1, §8.6: 1xx, 204 and 304 have no content and say no length.
  static func hasContent(_ status: Int) -> Bool { status >= 200 && status != 204 && status != 304 }
}

/// Turns what handlers answer into `Answer`s: adds validator, caching, CORS and coding.
struct AnswerRenderer {
  private let limits: Limits
  /// CORS, `nosniff` and Vary: the same on every answer.
  private let everyFields: [UInt8]

  init(options: ServerOptions) {
    limits = options.limits
    var fields: [UInt8] = []
    var vary = "Accept, Accept-Encoding"
    if let origin = options.corsOrigin {
      fields += Self.line("Access-Control-Allow-Origin", origin)
      fields += Self.line(
        "Access-Control-Expose-Headers", "Link, ETag, Last-Modified, Content-Location, Location")
      if origin != "*" { vary += ", Origin" }
    }
    fields += Self.line("Vary", vary)
    fields += Self.line("X-Content-Type-Options", "nosniff")
    everyFields = fields
  }

  /// - Parameter coding: what the client takes; gzip is used for kept answers that gain by it, and
  ///   for any where nothing else is acceptable.
  func render(_ response: Response, coding: CodingChoice) -> Answer {
    let isCoded =
      switch coding {
      case .identity, .neither: false
      case .onlyGzip: Answer.hasContent(response.status) && !response.content.isEmpty
      case .gzip: response.isCacheable && isWorthCoding(response)
      }
    var content = response.content
    if isCoded {
      let coded = Gzip.compress(content)
      if coding == .onlyGzip || coded.count < content.count {
        return render(response, content: coded, isGzip: true)
      }
    }
    content = response.content
    return render(response, content: content, isGzip: false)
  }

  private func render(_ response: Response, content: [UInt8], isGzip: Bool) -> Answer {
    let hasValidator = response.isCacheable && response.status == 200
    var representation = Representation(entityTag: nil, lastModified: nil)
    if response.status == 200 { representation.lastModified = response.lastModified }
    if hasValidator { representation.entityTag = Self.entityTag(response, isGzip: isGzip) }
    return Answer(
      status: response.status, commonFields: commonFields(response, representation.entityTag),
      representationFields: representationFields(response, isGzip, hasValidator),
      content: content, representation: representation, isRangeable: hasValidator)
  }

  private func commonFields(_ response: Response, _ entityTag: [UInt8]?) -> [UInt8] {
    var fields = everyFields
    var hasCacheControl = false
    for field in response.fields where !Self.isOwn(field.name) {
      fields += Self.line(field.name, field.value)
      if field.name.lowercased() == "cache-control" { hasCacheControl = true }
    }
    if !hasCacheControl {
      // `no-cache` may be stored but must be revalidated; what has no validator is not to be kept.
      fields.append(
        response.isCacheable ? "Cache-Control: no-cache\r\n" : "Cache-Control: no-store\r\n")
    }
    if let entityTag {
      fields.append("ETag: ")
      fields += entityTag
      fields.append("\r\n")
    }
    return fields
  }

  private func representationFields(
    _ response: Response, _ isGzip: Bool, _ isRangeable: Bool
  ) -> [UInt8] {
    guard Answer.hasContent(response.status) else { return [] }
    var fields: [UInt8] = []
    if !response.contentType.isEmpty { fields += Self.line("Content-Type", response.contentType) }
    if isGzip { fields.append("Content-Encoding: gzip\r\n") }
    if let lastModified = response.lastModified, response.status == 200 {
      fields.append("Last-Modified: ")
      fields += HTTPDate.bytes(unixSeconds: lastModified)
      fields.append("\r\n")
    }
    if isRangeable { fields.append("Accept-Ranges: bytes\r\n") }
    return fields
  }

  private func isWorthCoding(_ response: Response) -> Bool {
    guard response.content.count >= limits.compressFromBytes else { return false }
    let type = response.contentType
    return type.hasPrefix("text/")
      || ["json", "xml", "yaml", "csv", "graphviz"].contains { type.contains($0) }
  }

  /// Strong (RFC 9110 §8.8.1): of the content and its type, another for each coding.
  private static func entityTag(_ response: Response, isGzip: Bool) -> [UInt8] {
    var hash = StableHash()
    hash.combine(response.contentType)
    hash.combine(response.content)
    return Array("\"\(hash.hex(digits: 16))\(isGzip ? "-gzip" : "")\"".utf8)
  }

  /// Fields that are the server's alone to write.
  private static func isOwn(_ name: String) -> Bool {
    [
      "connection", "content-encoding", "content-length", "content-type", "date", "etag",
      "server", "transfer-encoding", "vary",
    ].contains(name.lowercased())
  }

  /// Octets that could end the line early become spaces.
  private static func line(_ name: String, _ value: String) -> [UInt8] {
    var line = Array(name.utf8.filter { OctetSet.token.contains($0) })
    line.append(": ")
    line += value.utf8.map { $0.isFieldContent ? $0 : .space }
    line.append("\r\n")
    return line
  }
}
