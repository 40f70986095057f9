internal import Extraction

/// Relations and quotations as they are staged: entities as nodes, descriptions as forms.
extension Staging {
  struct Party: Sendable {
    var node: Int32 = -1
    var form: Int32 = -1

    func moved(nodes shift: Int32, _ copied: (Int32) -> Int32) -> Party {
      Party(node: node < 0 ? node : node + shift, form: copied(form))
    }
  }

  struct Relation: Sendable {
    var predicate: Predicate
    var modality: Modality
    var subject: Party
    var object: Party
    var attribution: Party
    /// Its `sentence` counts from the article's first; its `place` is not yet known.
    var evidence: RelationEvidenceRow
    /// A node, or -1.
    var place: Int32
    /// Counted from the article's first, or -1.
    var time: Int32

    func moved(
      nodes shift: Int32, qualifiers: Int, _ copied: (Int32) -> Int32
    ) -> Relation {
      var moved = self
      moved.subject = subject.moved(nodes: shift, copied)
      moved.object = object.moved(nodes: shift, copied)
      moved.attribution = attribution.moved(nodes: shift, copied)
      if place >= 0 { moved.place += shift }
      moved.evidence.qualifiersStart += Int32(truncatingIfNeeded: qualifiers)
      return moved
    }
  }

  struct Quotation: Sendable {
    var range: TextRange
    /// Counted from the article's first.
    var sentence: Int32
    var form: Extraction.Quotation.Form
    var speaker: Party
    var via: Party
    var cue: TextRange?
    var modality: Modality
    var confidence: UInt8

    func moved(nodes shift: Int32, _ copied: (Int32) -> Int32) -> Quotation {
      var moved = self
      moved.speaker = speaker.moved(nodes: shift, copied)
      moved.via = via.moved(nodes: shift, copied)
      return moved
    }
  }

  /// A relation that names neither side, or whose trigger is in no sentence, is dropped.
  mutating func addRelations(
    _ text: [UInt8], _ analysis: Analysis, nodeStart: Int, times: [Int32]
  ) {
    for relation in analysis.relations
    where analysis.sentences.indices.contains(Int(relation.sentence)) {
      let sentence = analysis.sentences[Int(relation.sentence)].range
      guard valid(sentence, text) != nil, sentence.contains(relation.trigger),
        valid(relation.trigger, text) != nil
      else { continue }
      let subject = party(relation.subject, text, analysis, nodeStart)
      let object = party(relation.object, text, analysis, nodeStart)
      guard subject.node >= 0 || subject.form >= 0 || object.node >= 0 || object.form >= 0 else {
        continue
      }
      func range(of argument: Argument?) -> TextRange? {
        guard let range = argument?.range, valid(range, text) != nil else { return nil }
        return sentence.contains(range) ? range : nil
      }
      let start = Int32(truncatingIfNeeded: qualifiers.count)
      qualifiers += relation.qualifiers.filter { valid($0.range, text) != nil }
      let place = relation.place.flatMap {
        analysis.entities.indices.contains(Int($0)) ? $0 : nil
      }
      relations.append(
        Relation(
          predicate: relation.predicate, modality: relation.modality, subject: subject,
          object: object, attribution: party(relation.attribution, text, analysis, nodeStart),
          evidence: RelationEvidenceRow(
            sentence: SentenceOrdinal(relation.sentence), trigger: relation.trigger,
            subject: range(of: relation.subject), object: range(of: relation.object),
            tense: relation.tense, confidence: relation.confidence, time: nil, place: nil,
            qualifiersStart: start,
            qualifierCount: Int32(truncatingIfNeeded: qualifiers.count) - start),
          place: place.map { Int32(truncatingIfNeeded: nodeStart) + $0 } ?? -1,
          time: relation.time.flatMap { times.indices.contains(Int($0)) ? times[Int($0)] : nil }
            ?? -1))
    }
  }

  /// Returns where each expression of the analysis was put, -1 for those that are dropped.
  mutating func addTimes(_ text: [UInt8], _ analysis: Analysis) -> [Int32] {
    var count: Int32 = 0
    return analysis.times.map { time in
      guard valid(time.range, text) != nil,
        analysis.sentences.indices.contains(Int(time.sentence)),
        analysis.sentences[Int(time.sentence)].range.contains(time.range)
      else { return -1 }
      times.append(time)
      count += 1
      return count - 1
    }
  }

  mutating func addQuotations(_ text: [UInt8], _ analysis: Analysis, nodeStart: Int) {
    let ordered = analysis.quotations.filter {
      guard valid($0.range, text) != nil,
        analysis.sentences.indices.contains(Int($0.sentence))
      else { return false }
      let sentence = analysis.sentences[Int($0.sentence)].range
      return valid(sentence, text) != nil && sentence.start <= $0.range.start
    }.sorted { a, b in
      a.range != b.range ? a.range < b.range : a.form.rawValue < b.form.rawValue
    }
    for quotation in ordered {
      quotations.append(
        Quotation(
          range: quotation.range, sentence: quotation.sentence, form: quotation.form,
          speaker: party(quotation.speaker, text, analysis, nodeStart),
          via: party(quotation.via, text, analysis, nodeStart),
          cue: quotation.cue.flatMap { valid($0, text) }, modality: quotation.modality,
          confidence: quotation.confidence))
    }
  }

  private mutating func party(
    _ argument: Argument?, _ text: [UInt8], _ analysis: Analysis, _ nodeStart: Int
  ) -> Party {
    guard let argument else { return Party() }
    if let entity = argument.entity {
      guard analysis.entities.indices.contains(Int(entity)) else { return Party() }
      return Party(node: Int32(truncatingIfNeeded: nodeStart) + entity)
    }
    guard valid(argument.range, text) != nil else { return Party() }
    return Party(form: forms.intern(text.span.extracting(argument.range.indices)))
  }
}
