/// A reader's decisions, carried out on one article.
extension NameDecisions {
  /// Renames, retypes, parts, joins and hides the article's entities; gives the decided keys that it has.
  ///
  /// An entity is of the class of its name or, where its name is undecided, of its first mention
  /// that is; mentions by a name that is decided to be another's become that one's.
  @discardableResult
  package func apply(to analysis: inout Analysis, text: [UInt8]) -> Set<String> {
    guard !isEmpty else { return [] }
    let keys = analysis.mentions.map { $0.kind.isName ? key(of: $0, text) : nil }
    let names = analysis.entities.map { NameKey.fold($0.name) }
    let met = Set(keys.compactMap(\.self) + names).filter { classOfKey[$0] != nil }
    let written = keys.map { key in key.flatMap { classOfKey[$0] } }
    var owners = names.map { classOfKey[$0] }
    for (mention, owner) in zip(analysis.mentions, written) {
      let entity = Int(mention.entity)
      if owners.indices.contains(entity), owners[entity] == nil { owners[entity] = owner }
    }
    part(&analysis, written, &owners, text)
    for (index, owner) in owners.enumerated() {
      if let owner, let name = nameOfClass[owner] { analysis.entities[index].name = name }
      guard let owner, let type = typeOfClass[owner], analysis.entities[index].type != type else {
        continue
      }
      analysis.entities[index].type = type
      analysis.entities[index].subtype = nil
      analysis.entities[index].known = nil
    }
    renumber(&analysis, owners)
    return met
  }

  private func key(of mention: Mention, _ text: [UInt8]) -> String? {
    let range = mention.range
    guard range.start >= 0, range.start < range.end, Int(range.end) <= text.count else {
      return nil
    }
    return NameKey.fold(String(decoding: text[range.indices], as: UTF8.self))
  }

  /// Gives mentions that were taken for another's an entity of their own.
  private func part(
    _ analysis: inout Analysis, _ written: [Int?], _ owners: inout [Int?], _ text: [UInt8]
  ) {
    var made: [Int: Int32] = [:]
    for (index, owner) in written.enumerated() {
      let entity = Int(analysis.mentions[index].entity)
      guard let owner, owners.indices.contains(entity), let other = owners[entity],
        other != owner, areDifferent(owner, other)
      else { continue }
      if made[owner] == nil {
        made[owner] = Int32(truncatingIfNeeded: analysis.entities.count)
        let name = String(
          decoding: text[analysis.mentions[index].range.indices], as: UTF8.self)
        analysis.entities.append(
          ArticleEntity(name: name, type: typeOfClass[owner] ?? analysis.entities[entity].type))
        owners.append(owner)
      }
      analysis.mentions[index].entity = made[owner] ?? analysis.mentions[index].entity
    }
  }

  // MARK: Numbers

  /// Entities of one class become one; hidden ones go, with all that is said of them.
  private func renumber(_ analysis: inout Analysis, _ owners: [Int?]) {
    var entityOfClass: [Int: Int32] = [:]
    var kept: [ArticleEntity] = []
    var numbers: [Int32?] = []
    for (entity, owner) in zip(analysis.entities, owners) {
      if let owner, hiddenClasses.contains(owner) {
        numbers.append(nil)
      } else if let owner, let first = entityOfClass[owner] {
        kept[Int(first)].titles += entity.titles
        numbers.append(first)
      } else {
        let number = Int32(truncatingIfNeeded: kept.count)
        if let owner { entityOfClass[owner] = number }
        numbers.append(number)
        kept.append(entity)
      }
    }
    guard kept.count < analysis.entities.count else { return }
    analysis.entities = kept
    analysis.renumber(numbers)
  }
}

extension Analysis {
  /// Puts new numbers of entities in the place of old ones; what is about one without a number goes.
  fileprivate mutating func renumber(_ numbers: [Int32?]) {
    func number(_ entity: Int32) -> Int32? {
      numbers.indices.contains(Int(entity)) ? numbers[Int(entity)] : nil
    }
    func isHidden(_ argument: Argument?) -> Bool {
      argument?.entity.map { number($0) == nil } ?? false
    }
    func renumbered(_ argument: Argument?) -> Argument? {
      guard let argument, let entity = argument.entity else { return argument }
      return number(entity).map { Argument(range: argument.range, entity: $0) }
    }
    mentions = mentions.compactMap { mention in
      var mention = mention
      guard let entity = number(mention.entity) else { return nil }
      mention.entity = entity
      return mention
    }
    relations = relations.compactMap { relation in
      guard !isHidden(relation.subject), !isHidden(relation.object) else { return nil }
      var relation = relation
      relation.subject = renumbered(relation.subject)
      relation.object = renumbered(relation.object)
      relation.attribution = renumbered(relation.attribution)
      relation.place = relation.place.flatMap(number)
      return relation
    }
    quotations = quotations.map { quotation in
      var quotation = quotation
      quotation.speaker = renumbered(quotation.speaker)
      quotation.via = renumbered(quotation.via)
      return quotation
    }
  }
}
