package import Extraction
internal import Formats

/// A range in the three units that are served, all from the start of the article's text.
package struct TextOffsets: Sendable, Equatable {
  package var codePoints: Range<Int>
  package var utf16: Range<Int>
  package var utf8: Range<Int>
}

extension Snapshot {
  /// - Complexity: O(length of the sentence up to the range's end).
  package func offsets(of range: TextRange, in sentence: SentenceOrdinal) -> TextOffsets {
    let row = self[sentence]
    let base = self[row.article].textStart
    var count = TextCount(codePoints: Int(row.codePointStart), utf16: Int(row.utf16Start))
    let start = max(range.start, row.utf8.start)
    let end = max(range.end, start)
    count.add(tables.text, base + Int(row.utf8.start)..<base + Int(start))
    let before = count
    count.add(tables.text, base + Int(start)..<base + Int(end))
    return TextOffsets(
      codePoints: before.codePoints..<count.codePoints, utf16: before.utf16..<count.utf16,
      utf8: Int(start)..<Int(end))
  }

  package func offsets(of mention: MentionRow) -> TextOffsets {
    offsets(of: mention.range, in: mention.sentence)
  }

  package func offsets(of sentence: SentenceOrdinal) -> TextOffsets {
    offsets(of: self[sentence].utf8, in: sentence)
  }

  /// Indices into `text` of a range of an article.
  package func textIndices(_ range: TextRange, in article: ArticleOrdinal) -> Range<Int> {
    let base = self[article].textStart
    return base + Int(range.start)..<base + Int(range.end)
  }

  // MARK: Ids of what has no name

  /// Hash of article, range and kind of reference; the same in every snapshot of the same input.
  package func id(of mention: MentionOrdinal) -> String {
    let row = self[mention]
    var hash = StableHash(seed: 1)
    combine(self[article(of: row)].id, into: &hash)
    hash.combine(row.range.start)
    hash.combine(row.range.end)
    combine(self[row.entity].id, into: &hash)
    return hash.hex(digits: 12)
  }

  package func id(of edge: EdgeOrdinal) -> String {
    let row = self[edge]
    var hash = StableHash(seed: 2)
    combine(self[row.source].id, into: &hash)
    combine(self[row.target].id, into: &hash)
    return hash.hex(digits: 12)
  }

  package func id(of quotation: QuotationOrdinal) -> String {
    let row = self[quotation]
    var hash = StableHash(seed: 9)
    combine(self[self[row.sentence].article].id, into: &hash)
    hash.combine(row.range.start)
    hash.combine(row.range.end)
    hash.combine(row.form.rawValue)
    return hash.hex(digits: 12)
  }

  /// The whole hash: relations are found by it.
  package func id(of relation: RelationOrdinal) -> String { Self.hex(self[relation].hash) }

  package func id(of event: EventOrdinal) -> String { Self.hex(self[event].hash) }

  private static func hex(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private func combine(_ range: HeapRange, into hash: inout StableHash) {
    let strings = tables.strings
    hash.combine(strings.span.extracting(range.indices))
  }
}

/// Counts characters of UTF-8 by their lead bytes.
struct TextCount {
  var codePoints: Int
  var utf16: Int

  mutating func add(_ utf8: [UInt8], _ range: Range<Int>) {
    for i in range {
      let byte = utf8[i]
      if byte & 0xc0 != 0x80 {
        codePoints += 1
        // Four bytes are beyond the basic plane: a surrogate pair.
        utf16 += byte >= 0xf0 ? 2 : 1
      }
    }
  }
}
