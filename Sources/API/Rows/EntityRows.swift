internal import Extraction
package import Formats
package import NewsIndex

/// How much of an entity is told.
package enum EntityDetail: Sendable {
  /// In lists: the most used names and the first titles, no evidence.
  case summary
  case full
}

extension Snapshot {
  /// Names and titles that a summary tells at most.
  static let summaryAliasCount = 8
  static let summaryRoleCount = 3

  /// Writes the members of an entity into an object that the caller opened and will close.
  package func writeMembers(
    of ordinal: EntityOrdinal, _ detail: EntityDetail, to json: inout JSONWriter
  ) {
    let row = self[ordinal]
    writeIdentity(of: row, to: &json)
    writeSubtype(of: row, to: &json)
    writeAliases(of: ordinal, detail, to: &json)
    writeRoles(of: ordinal, detail, to: &json)
    writePlace(of: row, to: &json)
    writeCounts(of: ordinal, to: &json)
    write(row.firstSeen, key: "first_seen", to: &json)
    write(row.lastSeen, key: "last_seen", to: &json)
    if detail == .full {
      writeMetrics(of: ordinal, to: &json)
      writeResolution(of: ordinal, to: &json)
    }
    writeLinks(
      "/entities/", row.id.indices,
      [
        ("self", ""), ("aliases", "/aliases"), ("mentions", "/mentions"),
        ("articles", "/articles"), ("relations", "/relations"), ("quotes", "/quotes"),
        ("events", "/events"), ("timeline", "/timeline"), ("neighbors", "/neighbors"),
      ], to: &json)
    json.key("graph")
    json.string("/graph?entity=", strings, row.id.indices)
    json.endObject()
  }

  /// Writes one name of an entity.
  package func write(_ alias: AliasRow, to json: inout JSONWriter) {
    json.beginObject()
    json.key("text")
    json.string(strings, alias.text.indices)
    json.key("kind")
    json.string(ascii: alias.kind.word)
    json.key("count")
    json.integer(alias.mentionCount)
    json.key("articles")
    json.integer(alias.articleCount)
    json.endObject()
  }

  /// Writes an entity as a node: of a graph, or of one article with its mentions there.
  package func write(_ entity: ArticleEntityRow, to json: inout JSONWriter) {
    writeNode(entity.entity, mentions: entity.mentionCount, to: &json)
  }

  func writeNode(_ ordinal: EntityOrdinal, mentions: Int32, to json: inout JSONWriter) {
    json.beginObject()
    writeNodeMembers(ordinal, mentions: mentions, to: &json)
    json.endObject()
  }

  func writeNodeMembers(_ ordinal: EntityOrdinal, mentions: Int32, to json: inout JSONWriter) {
    let row = self[ordinal]
    writeIdentity(of: row, to: &json)
    writeSubtype(of: row, to: &json)
    json.key("mentions")
    json.integer(mentions)
  }

  /// Writes an entity that a name may mean.
  func writeCandidate(
    _ ordinal: EntityOrdinal, via: NameLookup.Via?, to json: inout JSONWriter
  ) {
    let row = self[ordinal]
    json.beginObject()
    writeIdentity(of: row, to: &json)
    writeRoles(of: ordinal, .summary, to: &json)
    json.key("mentions")
    json.integer(row.nameMentionCount)
    if let via {
      json.key("via")
      json.string(ascii: via.word)
    }
    json.key("href")
    json.string("/entities/", strings, row.id.indices)
    json.endObject()
  }

  func writeIdentity(of row: EntityRow, to json: inout JSONWriter) {
    json.key("id")
    json.string(strings, row.id.indices)
    json.key("name")
    json.string(strings, row.name.indices)
    json.key("type")
    json.string(ascii: row.type.word)
  }

  private func writeSubtype(of row: EntityRow, to json: inout JSONWriter) {
    guard let subtype = row.subtype else { return }
    json.key("subtype")
    json.string(ascii: subtype.word)
  }

  /// Country code and coordinates, where the gazetteer knows the place.
  private func writePlace(of row: EntityRow, to json: inout JSONWriter) {
    guard row.type == .place, let known = gazetteerRow(of: row) else { return }
    if known.country != 0 {
      json.key("country")
      json.string([UInt8(known.country & 0xff), UInt8(known.country >> 8)].span)
    }
    if let point = known.coordinates {
      json.key("location")
      json.beginObject()
      json.key("lat")
      json.decimal(point.latitude, places: 4)
      json.key("lon")
      json.decimal(point.longitude, places: 4)
      json.endObject()
    }
  }

  private func writeAliases(
    of ordinal: EntityOrdinal, _ detail: EntityDetail, to json: inout JSONWriter
  ) {
    json.key("aliases")
    json.beginArray()
    let all = aliases(of: ordinal)
    for alias in detail == .full ? all : all.prefix(Self.summaryAliasCount) {
      write(alias, to: &json)
    }
    json.endArray()
  }

  /// Absent where no title is given to it.
  private func writeRoles(
    of ordinal: EntityOrdinal, _ detail: EntityDetail, to json: inout JSONWriter
  ) {
    let all = roles(of: ordinal)
    guard !all.isEmpty else { return }
    json.key("roles")
    json.beginArray()
    for role in detail == .full ? all : all.prefix(Self.summaryRoleCount) {
      json.beginObject()
      json.key("title")
      json.string(strings, role.title.indices)
      if let of = role.of {
        json.key("of")
        json.string(strings, self[of].id.indices)
      }
      write(role.since, key: "since", to: &json)
      write(role.until, key: "until", to: &json)
      if role.isFormer {
        json.key("former")
        json.bool(true)
      }
      if detail == .full { writeEvidence(of: role, to: &json) }
      json.endObject()
    }
    json.endArray()
  }

  private func writeEvidence(of role: RoleRow, to json: inout JSONWriter) {
    json.key("evidence")
    json.beginArray()
    for row in evidence(of: role) { writeEvidence(row.sentence, to: &json) }
    json.endArray()
    json.key("evidence_total")
    json.integer(role.evidenceTotal)
  }

  private func writeCounts(of ordinal: EntityOrdinal, to json: inout JSONWriter) {
    let row = self[ordinal]
    json.key("counts")
    json.beginObject()
    json.key("mentions")
    json.integer(row.nameMentionCount)
    json.key("articles")
    json.integer(row.articleCount)
    json.key("relations")
    json.integer(relationCount(of: ordinal))
    json.key("events")
    json.integer(eventCount(of: ordinal))
    json.endObject()
  }

  /// Of the graph of cooccurrences.
  private func writeMetrics(of ordinal: EntityOrdinal, to json: inout JSONWriter) {
    guard let metrics = metrics(of: ordinal, .cooccurrence) else { return }
    json.key("metrics")
    json.beginObject()
    writeMembers(of: metrics, .cooccurrence, to: &json)
    json.endObject()
  }

  private func writeResolution(of ordinal: EntityOrdinal, to json: inout JSONWriter) {
    let steps = resolution(of: ordinal)
    guard !steps.isEmpty else { return }
    json.key("resolution")
    json.beginArray()
    for step in steps {
      json.beginObject()
      json.key("rule")
      json.string(ascii: step.rule.word)
      json.key("detail")
      json.string(strings, step.detail.indices)
      json.key("articles")
      json.integer(step.articleCount)
      if let field = step.field {
        json.key("field")
        json.string(ascii: field.word)
      }
      if step.companionCount > 0 {
        json.key("companions")
        json.beginArray()
        for name in companions(of: step) { json.string(strings, name.indices) }
        json.endArray()
      }
      json.endObject()
    }
    json.endArray()
  }

  /// What the resource of `id` leads to; "links" stays open for more.
  func writeLinks(
    _ folder: StaticString, _ id: Range<Int>,
    _ parts: [(name: StaticString, suffix: StaticString)], to json: inout JSONWriter
  ) {
    json.key("links")
    json.beginObject()
    for part in parts {
      json.key(part.name)
      json.string(folder, strings, id, part.suffix)
    }
  }

  private func write(
    _ date: (some CustomStringConvertible)?, key: StaticString, to json: inout JSONWriter
  ) {
    guard let date else { return }
    json.key(key)
    json.string(date.description)
  }
}
