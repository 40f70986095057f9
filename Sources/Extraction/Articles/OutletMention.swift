/// The outlet a credit line names, as a mention of an organisation.
enum OutletMention {
  static func add(_ article: Article, _ gazetteer: Gazetteer, to analysis: inout Analysis) {
    guard let source = analysis.source, !source.raw.isEmpty,
      let (range, sentence) = place(of: Array(source.raw.utf8), article.text, analysis)
    else { return }
    let known = gazetteer.first(gazetteer.entry(of: source.name), .name, .abbreviation)
      .map(\.entity).filter { gazetteer.row(of: $0)?.type == .organization }
    let name = known.map { gazetteer.name(of: $0) } ?? source.name
    let key = NameKey.fold(name)
    let same = analysis.entities.firstIndex {
      (known != nil && $0.known == known)
        || ($0.type == .organization && NameKey.fold($0.name) == key)
    }
    let entity = same ?? analysis.entities.count
    if same == nil {
      analysis.entities.append(ArticleEntity(name: name, type: .organization, known: known))
    }
    let mention = Mention(
      range: range, sentence: sentence, entity: Int32(entity),
      kind: source.raw == name ? .name : .variant, confidence: 90)
    let at = analysis.mentions.firstIndex { mention.range < $0.range } ?? analysis.mentions.count
    analysis.mentions.insert(mention, at: at)
  }

  /// Where a credit zone writes `raw`.
  private static func place(
    of raw: [UInt8], _ text: [UInt8], _ analysis: Analysis
  ) -> (TextRange, Int32)? {
    for zone in analysis.zones where zone.kind == .credit && zone.range.count >= raw.count {
      for start in zone.range.indices.dropLast(raw.count - 1).reversed()
      where text[start..<start + raw.count].elementsEqual(raw) {
        let range = TextRange(start, start + raw.count)
        guard let sentence = analysis.sentences.firstIndex(where: { $0.range.contains(range) })
        else { continue }
        return (range, Int32(sentence))
      }
    }
    return nil
  }
}

extension Optional {
  /// The value, where it passes.
  func filter(_ passes: (Wrapped) -> Bool) -> Wrapped? {
    flatMap { passes($0) ? $0 : nil }
  }
}
