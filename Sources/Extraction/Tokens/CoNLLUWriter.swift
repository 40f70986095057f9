/// What was predicted for one word.
package struct CoNLLUPrediction: Equatable, Sendable {
  package var upos: String
  package var xpos: String
  /// 0 for the root, else 1 and up within the sentence; `nil` leaves the column "_".
  package var head: Int32?
  package var deprel: String?
  /// "B-person", "I-person", "O"; `nil` leaves MISC as it was.
  package var name: String?

  package init(
    upos: String, xpos: String, head: Int32? = nil, deprel: String? = nil, name: String? = nil
  ) {
    self.upos = upos
    self.xpos = xpos
    self.head = head
    self.deprel = deprel
    self.name = name
  }
}

/// Writes a document back with predictions in UPOS, XPOS, HEAD, DEPREL and MISC `NER=`; all else
/// passes through.
package struct CoNLLUWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init(reserving byteCount: Int = 0) { bytes.reserveCapacity(byteCount) }

  /// Appends sentence `index` of `document`; `predictions` has one for each of its words.
  package mutating func append(
    _ index: Int, of document: CoNLLUDocument, _ predictions: [CoNLLUPrediction]
  ) {
    let sentence = document.sentences[index]
    precondition(predictions.count == sentence.words.count)
    var next = sentence.words.lowerBound
    var i = sentence.lines.lowerBound
    while i < sentence.lines.upperBound {
      var j = i
      while j < sentence.lines.upperBound, document.bytes[j] != 0x0a { j += 1 }
      if next < sentence.words.upperBound, document.words[next].line.lowerBound == i {
        append(document.words[next], of: document, predictions[next - sentence.words.lowerBound])
        next += 1
      } else {
        var stop = j
        if stop > i, document.bytes[stop - 1] == 0x0d { stop -= 1 }
        bytes += document.bytes[i..<stop]
      }
      bytes.append(0x0a)
      i = j + 1
    }
    bytes.append(0x0a)
  }

  private mutating func append(
    _ word: CoNLLUDocument.Word, of document: CoNLLUDocument, _ prediction: CoNLLUPrediction
  ) {
    let columns = document.bytes[word.line].split(
      separator: 0x09, omittingEmptySubsequences: false)
    for (k, column) in columns.enumerated() {
      if k > 0 { bytes.append(0x09) }
      switch k {
      case 3: bytes += prediction.upos.utf8
      case 4: bytes += prediction.xpos.utf8
      case 6: bytes += prediction.head.map { Array(String($0).utf8) } ?? Array("_".utf8)
      case 7: bytes += Array((prediction.deprel ?? "_").utf8)
      case 9: bytes += misc(column, prediction.name).utf8
      default: bytes += column
      }
    }
  }

  /// The column with `NER=` replaced, keys in the order they stood.
  private func misc(_ column: ArraySlice<UInt8>, _ name: String?) -> String {
    let text = String(decoding: column, as: UTF8.self)
    guard let name else { return text.isEmpty ? "_" : text }
    var parts = text.split(separator: "|").filter { $0 != "_" && !$0.hasPrefix("NER=") }
      .map(String.init)
    parts.append("NER=\(name)")
    return parts.joined(separator: "|")
  }
}
