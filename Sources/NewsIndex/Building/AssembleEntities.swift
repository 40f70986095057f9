internal import Extraction
internal import Formats

/// Entities: ids, order, names, roles and reasons.
extension Assembler {
  mutating func addEntities() {
    let count = resolution.entities.count
    var nameCounts = [Int32](repeating: 0, count: count)
    var allCounts = nameCounts
    for (index, surface) in staging.surfaces.enumerated() {
      let entity = Int(resolution.entityOfNode[Int(surface.node)])
      allCounts[entity] += surface.count
      if kinds[index].isName { nameCounts[entity] += surface.count }
    }
    let ids = EntityIDs.make(staging, resolution)
    let byID = sortedIndices(ids.heap, ids.ranges)
    var idRank = [Int32](repeating: 0, count: count)
    for (rank, entity) in byID.enumerated() {
      idRank[Int(entity)] = Int32(truncatingIfNeeded: rank)
    }
    let order = (0..<count).sorted {
      nameCounts[$0] != nameCounts[$1]
        ? nameCounts[$0] > nameCounts[$1] : idRank[$0] < idRank[$1]
    }
    rowOfEntity = [Int32](repeating: 0, count: count)
    tables.entities.reserveCapacity(count)
    for (row, entity) in order.enumerated() {
      rowOfEntity[entity] = Int32(truncatingIfNeeded: row)
      let resolved = resolution.entities[entity]
      var new = EntityRow()
      new.id = append(Array(ids.heap[ids.ranges[entity]]))
      new.name = range(of: resolved.name)
      new.type = resolved.type
      new.subtype = resolved.subtype
      new.known = resolved.known
      new.nameMentionCount = nameCounts[entity]
      new.mentionCount = allCounts[entity]
      tables.entities.append(new)
    }
    tables.entitiesByKnown = tables.entities.enumerated().compactMap { row, entity in
      entity.known.map { KnownRow(known: $0.ordinal, entity: EntityOrdinal(row)) }
    }.sorted { $0.known < $1.known }
    tables.entitiesByID = byID.map { rowOfEntity[Int($0)] }
    tables.entityIDRank = [Int32](repeating: 0, count: count)
    for (rank, row) in tables.entitiesByID.enumerated() {
      tables.entityIDRank[Int(row)] = Int32(truncatingIfNeeded: rank)
    }
  }

  func row(ofNode node: Int32) -> EntityOrdinal {
    EntityOrdinal(rowOfEntity[Int(resolution.entityOfNode[Int(node)])])
  }

  // MARK: Names

  /// Most frequent first, then by text and kind.
  mutating func addAliases() {
    var counter = PairCounter()
    for index in staging.articles.indices {
      let rows = staging.articles[index].surfaces..<staging.next(index).surfaces
      for surface in rows where kinds[surface] != .pronoun && kinds[surface] != .description {
        let row = staging.surfaces[surface]
        let key =
          UInt64(self.row(ofNode: row.node).value) << 36
          | UInt64(UInt32(bitPattern: row.form)) << 4 | UInt64(kinds[surface].rawValue)
        counter.add(key, row.count, article: Int32(truncatingIfNeeded: index))
      }
    }
    let rows = counter.sorted()
    var entity = 0
    for block in rows.blocks(by: { $0.key >> 36 == $1.key >> 36 }) {
      guard let first = block.first else { continue }
      while entity <= Int(first.key >> 36) {
        tables.entities[entity].aliasesStart = Int32(truncatingIfNeeded: tables.aliases.count)
        entity += 1
      }
      let bytes = staging.forms.bytes
      let aliases = block.sorted { a, b in
        if a.total != b.total { return a.total > b.total }
        let order = compare(
          bytes.span, staging.forms.range(form(a.key)), staging.forms.range(form(b.key)))
        return order != 0 ? order < 0 : a.key & 15 < b.key & 15
      }
      for alias in aliases {
        tables.aliases.append(
          AliasRow(
            text: range(of: form(alias.key)),
            kind: MentionKind(rawValue: UInt8(alias.key & 15)) ?? .name,
            mentionCount: alias.total, articleCount: alias.articles))
      }
    }
    while entity < tables.entities.count {
      tables.entities[entity].aliasesStart = Int32(truncatingIfNeeded: tables.aliases.count)
      entity += 1
    }
  }

  private func form(_ key: UInt64) -> Int32 { Int32(truncatingIfNeeded: key >> 4) }

  // MARK: Roles

  private struct Said {
    var entity: Int32
    var key: Int32
    var of: Int32
    var form: Int32
    var sentence: Int32
    var range: TextRange
    var term: Term
    var isFormer: Int32 { term.isFormer ? 1 : 0 }
  }

  /// One row a title and office-giver, most often said first; the first few places are kept.
  mutating func addRoles() {
    var said: [Said] = []
    for index in staging.articles.indices {
      let article = staging.articles[index]
      for title in staging.titles[article.titles..<staging.next(index).titles] {
        said.append(
          Said(
            entity: row(ofNode: title.node).value, key: resolution.keyOfForm[Int(title.form)],
            of: title.of < 0 ? -1 : row(ofNode: title.of).value, form: title.form,
            sentence: Int32(truncatingIfNeeded: article.sentences) + title.sentence,
            range: title.range, term: title.term))
      }
    }
    let order = said.indices.sorted { a, b in
      let (x, y) = (said[a], said[b])
      return (x.entity, x.key, x.of, x.isFormer, Int32(truncatingIfNeeded: a))
        < (y.entity, y.key, y.of, y.isFormer, Int32(truncatingIfNeeded: b))
    }
    var entity = 0
    for own in order.blocks(by: { said[$0].entity == said[$1].entity }) {
      guard let first = own.first else { continue }
      while entity <= Int(said[first].entity) {
        tables.entities[entity].rolesStart = Int32(truncatingIfNeeded: tables.roles.count)
        entity += 1
      }
      let roles = own.blocks {
        said[$0].key == said[$1].key && said[$0].of == said[$1].of
          && said[$0].isFormer == said[$1].isFormer
      }
      for role in roles.sorted(by: { ($1.count, $0[$0.startIndex]) < ($0.count, $1[$1.startIndex]) }
      ) {
        addRole(role.map { said[$0] })
      }
    }
    while entity < tables.entities.count {
      tables.entities[entity].rolesStart = Int32(truncatingIfNeeded: tables.roles.count)
      entity += 1
    }
  }

  private mutating func addRole(_ said: [Said]) {
    let kept = said.prefix(RoleRow.evidenceLimit)
    tables.roles.append(
      RoleRow(
        title: range(of: said[0].form), of: said[0].of < 0 ? nil : EntityOrdinal(said[0].of),
        since: said.lazy.compactMap(\.term.since).first,
        until: said.lazy.compactMap(\.term.until).first, isFormer: said[0].term.isFormer,
        evidenceTotal: Int32(truncatingIfNeeded: said.count),
        evidenceStart: Int32(truncatingIfNeeded: tables.roleEvidence.count),
        evidenceCount: Int32(truncatingIfNeeded: kept.count)))
    for one in kept {
      tables.roleEvidence.append(
        RoleEvidenceRow(sentence: SentenceOrdinal(one.sentence), range: one.range))
    }
  }

  // MARK: Reasons

  mutating func addResolution() {
    var entityOfRow = [Int32](repeating: 0, count: rowOfEntity.count)
    for (entity, row) in rowOfEntity.enumerated() {
      entityOfRow[Int(row)] = Int32(truncatingIfNeeded: entity)
    }
    for row in tables.entities.indices {
      tables.entities[row].resolutionStart = Int32(truncatingIfNeeded: tables.resolution.count)
      let reasons = resolution.entities[Int(entityOfRow[row])].reasons
      let sorted = reasons.sorted {
        ($0.rule.rawValue, -$0.articleCount, $0.form)
          < ($1.rule.rawValue, -$1.articleCount, $1.form)
      }
      for reason in sorted.prefix(ResolutionRow.limit) {
        let start = tables.resolutionCompanions.count
        for form in reason.companions { tables.resolutionCompanions.append(range(of: form)) }
        tables.resolution.append(
          ResolutionRow(
            rule: reason.rule, detail: range(of: reason.form), articleCount: reason.articleCount,
            field: reason.field, companionsStart: Int32(truncatingIfNeeded: start),
            companionCount: Int32(truncatingIfNeeded: reason.companions.count)))
      }
    }
  }
}

/// Ids of entities: the slug of the name; of several with one slug all but the first get `-2`, `-3`.
///
/// First is the one with a gazetteer row (the lowest), then by type, then the one whose oldest
/// article is older, by id on one day: none of it depends on counts, so ids stay when newer articles
/// come.
enum EntityIDs {
  static func make(
    _ staging: Staging, _ resolution: Resolution
  ) -> (heap: [UInt8], ranges: [Range<Int>]) {
    var slugs = Interner()
    var rows: [(slug: Int32, entity: Int32)] = []
    for (index, entity) in resolution.entities.enumerated() {
      let bytes = staging.forms.bytes
      var key: [UInt8] = []
      NameKey.appendWithPossessive(
        bytes.span.extracting(staging.forms.range(entity.name)), to: &key)
      var slug: [UInt8] = []
      NameSlug.append(foldedKey: key.span, to: &slug)
      rows.append((slugs.intern(slug.span), Int32(truncatingIfNeeded: index)))
    }
    let first = firstArticles(staging, resolution)
    rows.sort { a, b in
      if a.slug != b.slug { return a.slug < b.slug }
      let x = resolution.entities[Int(a.entity)]
      let y = resolution.entities[Int(b.entity)]
      let known = (x.known?.ordinal ?? .max, y.known?.ordinal ?? .max)
      if known.0 != known.1 { return known.0 < known.1 }
      if x.type != y.type { return x.type.rawValue < y.type.rawValue }
      return (first[Int(a.entity)], a.entity) < (first[Int(b.entity)], b.entity)
    }
    return number(rows, slugs, count: resolution.entities.count)
  }

  private static func number(
    _ rows: [(slug: Int32, entity: Int32)], _ slugs: Interner, count: Int
  ) -> (heap: [UInt8], ranges: [Range<Int>]) {
    var heap: [UInt8] = []
    var ranges = [Range<Int>](repeating: 0..<0, count: count)
    // Slugs of their own and those made by numbering must not meet ("route-2").
    var taken = slugs
    for block in rows.blocks(by: { $0.slug == $1.slug }) {
      var number = 1
      for row in block {
        var id = Array(slugs.bytes[slugs.range(row.slug)])
        if number > 1 {
          let base = id
          repeat {
            id = base + Array("-\(number)".utf8)
            number += 1
          } while taken.find(id.span) != nil
          _ = taken.intern(id.span)
        } else {
          number = 2
        }
        ranges[Int(row.entity)] = heap.count..<heap.count + id.count
        heap.append(contentsOf: id)
      }
    }
    return (heap, ranges)
  }

  /// Of each entity, the oldest article that knows it, as its place among all: undated ones come
  /// last, those of one time by id.
  private static func firstArticles(_ staging: Staging, _ resolution: Resolution) -> [Int32] {
    let byID = sortedIndices(staging.strings, staging.articles.map(\.row.id.indices))
    var rank = [Int32](repeating: 0, count: byID.count)
    for (place, article) in byID.enumerated() {
      rank[Int(article)] = Int32(truncatingIfNeeded: place)
    }
    func age(_ article: Int32) -> (Int64, Int32) {
      let key = staging.articles[Int(article)].publishedKey
      return (key == .min ? .max : key, rank[Int(article)])
    }
    var first = [Int32](repeating: -1, count: resolution.entities.count)
    for (place, article) in byID.sorted(by: { age($0) < age($1) }).enumerated() {
      for node in staging.nodeRange(of: Int(article)) {
        let entity = Int(resolution.entityOfNode[node])
        if first[entity] < 0 { first[entity] = Int32(truncatingIfNeeded: place) }
      }
    }
    return first
  }
}
