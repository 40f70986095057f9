internal import Extraction
internal import Formats

/// Relations and quotations of one analysis as `annotate` prints them: entities by name, offsets in
/// code points.
struct AnnotatedRelations {
  let article: Article
  let analysis: Analysis
  /// Code points before each byte that an offset may name.
  private let codePoints: [Int32]

  init(_ article: Article, _ analysis: Analysis) {
    self.article = article
    self.analysis = analysis
    var counts: [Int32] = []
    counts.reserveCapacity(article.text.count + 1)
    var count: Int32 = 0
    for byte in article.text {
      // A continuation byte belongs to the code point before it.
      if byte & 0xc0 != 0x80 { count += 1 }
      counts.append(count - 1)
    }
    counts.append(count)
    codePoints = counts
  }

  /// The members `relations` and `quotations`.
  func write(to json: inout JSONWriter) {
    json.key("relations")
    json.beginArray()
    for relation in analysis.relations { write(relation, to: &json) }
    json.endArray()
    json.key("quotations")
    json.beginArray()
    for quotation in analysis.quotations { write(quotation, to: &json) }
    json.endArray()
  }

  private func write(_ relation: Relation, to json: inout JSONWriter) {
    json.beginObject()
    write(relation.subject, "subject", to: &json)
    json.key("predicate")
    json.string(relation.predicate.name)
    write(relation.object, "object", to: &json)
    json.key("type")
    json.string(relation.predicate.type.name)
    json.key("modality")
    json.string("\(relation.modality)")
    write(relation.attribution, "attributed_to", to: &json)
    if let date = relation.time.flatMap({ analysis.times[Int($0)].when }) {
      json.key("date")
      json.string(date.description)
    }
    if let place = relation.place {
      json.key("place")
      json.string(analysis.entities[Int(place)].name)
    }
    if !relation.qualifiers.isEmpty {
      json.key("qualifiers")
      json.beginObject()
      for qualifier in relation.qualifiers {
        json.key(dynamic: "\(qualifier.kind)")
        json.string(article.text, qualifier.range.indices)
      }
      json.endObject()
    }
    json.key("confidence")
    json.decimal(Double(relation.confidence) / 100, places: 2)
    write(evidence: relation, to: &json)
    json.endObject()
  }

  private func write(evidence relation: Relation, to json: inout JSONWriter) {
    let sentence = analysis.sentences[Int(relation.sentence)].range
    json.key("evidence")
    json.beginArray()
    json.beginObject()
    json.key("sentence")
    json.integer(relation.sentence)
    write(sentence, to: &json)
    json.key("text")
    json.string(article.text, sentence.indices)
    for (key, range) in [
      ("subject", relation.subject?.range), ("object", relation.object?.range),
      ("trigger", relation.trigger),
    ] {
      guard let range else { continue }
      json.key(dynamic: key)
      json.beginArray()
      json.integer(codePoints[Int(range.start)])
      json.integer(codePoints[Int(range.end)])
      json.endArray()
    }
    json.endObject()
    json.endArray()
  }

  private func write(_ quotation: Quotation, to json: inout JSONWriter) {
    json.beginObject()
    json.key("form")
    json.string("\(quotation.form)")
    json.key("text")
    json.string(article.text, quotation.range.indices)
    write(quotation.range, to: &json)
    json.key("sentence")
    json.integer(quotation.sentence)
    write(quotation.speaker, "speaker", to: &json)
    write(quotation.via, "via", to: &json)
    json.key("confidence")
    json.decimal(Double(quotation.confidence) / 100, places: 2)
    json.endObject()
  }

  private func write(_ range: TextRange, to json: inout JSONWriter) {
    json.key("start")
    json.integer(codePoints[Int(range.start)])
    json.key("end")
    json.integer(codePoints[Int(range.end)])
  }

  /// The entity's name, or the words where no name is known; absent where nobody is told of.
  private func write(
    _ argument: Argument?, _ key: StaticString, to json: inout JSONWriter
  ) {
    guard let argument else { return }
    json.key(key)
    if let entity = argument.entity {
      json.string(analysis.entities[Int(entity)].name)
    } else {
      json.string(article.text, argument.range.indices)
    }
  }
}
