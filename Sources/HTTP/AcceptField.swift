/// The media ranges of an Accept field and their weights (RFC 9110 §12.5.1).
package struct AcceptField: Sendable, Equatable {
  private struct MediaRange: Sendable, Equatable {
    /// `*` or in lower case, parameters left out but counted.
    var type: String
    var subtype: String
    var parameters: [String]
    var weight: Int

    /// §12.5.1: the most specific range that fits is the one that counts.
    var specificity: Int { (type == "*" ? 0 : subtype == "*" ? 1 : 2) + parameters.count }

    func matches(_ offer: MediaRange) -> Bool {
      (type == "*" || type == offer.type) && (subtype == "*" || subtype == offer.subtype)
        && parameters.allSatisfy { offer.parameters.contains($0) }
    }
  }

  private var ranges: [MediaRange] = []

  /// - Parameter value: the field's value, several lines joined by commas; `nil` or one without
  ///   any valid media range means that everything is acceptable.
  package init(_ value: String?) {
    guard var value else { return }
    value.withUTF8 { utf8 in
      let bytes = unsafe utf8.span
      bytes.forEachListElement { element in
        if let range = Self.mediaRange(bytes.extracting(element)) { ranges.append(range) }
        return true
      }
    }
  }

  /// The offer the client likes best, `nil` where it accepts none. Between equals the first wins.
  ///
  /// - Parameter offers: media types, parameters allowed: `application/json; charset=utf-8`.
  package func best(of offers: [String]) -> String? {
    var best: (offer: String, weight: Int)?
    for offer in offers {
      let weight = self.weight(of: offer)
      if weight > best?.weight ?? 0 { best = (offer, weight) }
    }
    return best?.offer
  }

  /// 0...1000.
  private func weight(of offer: String) -> Int {
    guard !ranges.isEmpty else { return 1000 }
    var offer = offer
    guard let parsed = offer.withUTF8({ unsafe Self.mediaRange($0.span) }) else { return 0 }
    var found: MediaRange?
    for range in ranges
    where range.matches(parsed) && range.specificity > found?.specificity ?? -1 {
      found = range
    }
    return found?.weight ?? 0
  }

  private static func mediaRange(_ bytes: Span<UInt8>) -> MediaRange? {
    var parts = Parameters.split(bytes)
    guard !parts.isEmpty else { return nil }
    let names = parts.removeFirst().split(separator: "/", omittingEmptySubsequences: false)
    guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty,
      names[0] != "*" || names[1] == "*",
      names.allSatisfy({ $0.utf8.allSatisfy { OctetSet.token.contains($0) } })
    else { return nil }
    var range = MediaRange(
      type: String(names[0]), subtype: String(names[1]), parameters: [], weight: 1000)
    for part in parts {
      if part.hasPrefix("q=") {
        guard let weight = Weight.parse(part.dropFirst(2)) else { return nil }
        range.weight = weight
        // What follows a weight is an extension of old (RFC 7231) and means nothing now.
        break
      }
      range.parameters.append(part)
    }
    return range
  }
}

/// `;`-separated parts in lower case, spaces around `;` and `=` removed.
enum Parameters {
  static func split(_ bytes: Span<UInt8>) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    var isQuoted = false
    for i in bytes.indices {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ";"), !isQuoted {
        parts.append(String(decoding: part, as: UTF8.self))
        part.removeAll()
      } else if isQuoted || byte != .space && byte != .tab {
        part.append(byte.asciiLowercased)
      }
    }
    parts.append(String(decoding: part, as: UTF8.self))
    return parts.filter { !$0.isEmpty }
  }
}

/// `qvalue` (RFC 9110 §12.4.2) in thousandths.
enum Weight {
  static func parse(_ text: Substring) -> Int? {
    let utf8 = Array(text.utf8)
    return parse(utf8.span)
  }

  static func parse(_ bytes: Span<UInt8>) -> Int? {
    guard (1...5).contains(bytes.count), bytes[0] == 0x30 || bytes[0] == 0x31 else { return nil }
    var value = Int(bytes[0] - 0x30) * 1000
    if bytes.count > 1, bytes[1] != UInt8(ascii: ".") { return nil }
    var place = 100
    for i in 2..<max(2, bytes.count) {
      guard bytes[i].isDigit else { return nil }
      value += Int(bytes[i] - 0x30) * place
      place /= 10
    }
    return value <= 1000 ? value : nil
  }
}
