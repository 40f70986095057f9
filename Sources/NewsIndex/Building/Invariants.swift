internal import Extraction
internal import Formats

extension Snapshot {
  /// What is wrong with the tables, in words; `nil` where all is well. For tests and benches.
  /// - Complexity: O(size of the tables).
  package func checkInvariants() -> String? {
    checkArticles() ?? checkMentions() ?? checkEntities() ?? checkEdges() ?? checkRelations()
      ?? checkEvents() ?? checkQuotations() ?? checkGraphs()
  }

  private func checkArticles() -> String? {
    var textEnd = 0
    for index in tables.articles.indices {
      let row = tables.articles[index]
      if row.textStart != textEnd { return "article \(index): text does not follow on" }
      textEnd += Int(row.textCount)
      let article = ArticleOrdinal(index)
      for sentence in sentences(of: article) {
        if tables.sentences[sentence].article != article { return "sentence \(sentence): parent" }
        if Int(tables.sentences[sentence].utf8.end) > Int(row.textCount) {
          return "sentence \(sentence): range"
        }
      }
      for mention in mentions(of: article) {
        if self.article(of: tables.mentions[mention]) != article { return "mention \(mention)" }
      }
      if index > 0, tables.publishedKeys[index - 1] < tables.publishedKeys[index] {
        return "article \(index): not newest first"
      }
    }
    return textEnd == tables.text.count ? nil : "text beyond the last article"
  }

  private func checkMentions() -> String? {
    for (index, row) in tables.mentions.enumerated() {
      guard tables.entities.indices.contains(row.entity.index) else { return "mention \(index)" }
      let key = row.entity.index * MentionKind.allCases.count + Int(row.kind.rawValue)
      let list = tables.mentionPostings[key]
      let place = list.partitioningIndex { Int($0) >= index }
      if place == list.endIndex || Int(list[place]) != index { return "mention \(index): posting" }
    }
    let counts = [tables.mentionPostings, tables.mentionTypePostings].map(\.values.count)
    return counts == [tables.mentions.count, tables.mentions.count] ? nil : "mention postings"
  }

  private func checkEntities() -> String? {
    for index in tables.entities.indices {
      let row = tables.entities[index]
      if entity(id: string(row.id))?.index != index { return "entity \(index): id" }
      let list = tables.articlePostings[index]
      if list.count != Int(row.articleCount) { return "entity \(index): articles" }
      if zip(list, list.dropFirst()).contains(where: { $0 >= $1 }) {
        return "entity \(index): order"
      }
      let names = aliases(of: EntityOrdinal(index)).reduce(0) { $0 + $1.mentionCount }
      if names != row.nameMentionCount { return "entity \(index): aliases" }
      if index > 0, tables.entities[index - 1].nameMentionCount < row.nameMentionCount {
        return "entity \(index): not most mentions first"
      }
    }
    return nil
  }

  private func checkEdges() -> String? {
    for (index, row) in tables.edges.enumerated() {
      if index > 0, tables.edges[index - 1].weight < row.weight { return "edge \(index): weight" }
      let ranks = (tables.entityIDRank[row.source.index], tables.entityIDRank[row.target.index])
      if ranks.0 >= ranks.1 { return "edge \(index): ends" }
    }
    return tables.neighborPostings.values.count == 2 * tables.edges.count
      ? nil : "neighbor postings"
  }

  private func checkRelations() -> String? {
    var evidenceEnd = 0
    for (index, row) in tables.relations.enumerated() {
      if row.evidenceCount < 1 || Int(row.evidenceStart) != evidenceEnd {
        return "relation \(index): evidence"
      }
      evidenceEnd += Int(row.evidenceCount)
      let own = evidence(of: RelationOrdinal(index)).map(\.sentence)
      if zip(own, own.dropFirst()).contains(where: { $0 > $1 }) {
        return "relation \(index): order"
      }
      if row.subject.isAbsent && row.object.isAbsent { return "relation \(index): no end" }
      if relation(id: id(of: RelationOrdinal(index)))?.index != index {
        return "relation \(index): id"
      }
      if index > 0, tables.relations[index - 1].evidenceCount < row.evidenceCount {
        return "relation \(index): not most evidences first"
      }
    }
    let lists = tables.relationLists
    let edgeCount = tables.relations.count { $0.ends != nil }
    let counts = [lists.predicates, lists.neighbors, lists.endTypes].map(\.values.count)
    if counts != [tables.relations.count, 2 * edgeCount, edgeCount] { return "relation lists" }
    return evidenceEnd == tables.relationEvidence.count ? nil : "evidence beyond the last relation"
  }

  private func checkEvents() -> String? {
    var told = 0
    for index in tables.events.indices {
      let event = EventOrdinal(index)
      let reports = reports(of: event)
      if reports.isEmpty || participants(of: event).isEmpty { return "event \(index): empty" }
      told += reports.count
      if self.event(id: id(of: event)) != event { return "event \(index): id" }
      let sentences = reports.map { evidence(of: $0).sentence }
      if zip(sentences, sentences.dropFirst()).contains(where: { $0 > $1 }) {
        return "event \(index): order"
      }
      let articles = Set(sentences.map { self[$0].article })
      if articles.count != Int(tables.events[index].articleCount) {
        return "event \(index): articles"
      }
      for report in reports {
        let relation = tables.relations[report.relation.index]
        let evidence = relation.evidenceStart..<relation.evidenceStart + relation.evidenceCount
        if !evidence.contains(report.evidence) { return "event \(index): report" }
      }
      if index > 0, tables.events[index - 1].reportCount < tables.events[index].reportCount {
        return "event \(index): not most reports first"
      }
    }
    return told == tables.eventReports.count ? nil : "reports beyond the last event"
  }

  private func checkQuotations() -> String? {
    for index in tables.articles.indices {
      for quotation in quotations(of: ArticleOrdinal(index)) {
        let row = tables.quotations[quotation]
        if self[row.sentence].article.index != index { return "quotation \(quotation): article" }
      }
    }
    return tables.quotationFormPostings.values.count == tables.quotations.count
      ? nil : "quotation postings"
  }

  private func checkGraphs() -> String? {
    let edgeCounts = [
      EdgeClass.relation: tables.relations.count { $0.ends != nil },
      .cooccurrence: tables.edges.count,
    ]
    for edgeClass in EdgeClass.allCases {
      let graph = tables.graphs[Int(edgeClass.rawValue)]
      let adjacency = graph.adjacency
      if adjacency.neighbors.count != 2 * (edgeCounts[edgeClass] ?? 0) { return "graph: arcs" }
      for node in 0..<adjacency.nodeCount {
        for arc in adjacency.arcs(of: node) {
          let neighbor = adjacency.neighbors[arc]
          let back = adjacency.arcs(from: Int(neighbor), to: Int32(truncatingIfNeeded: node))
          if !back.contains(where: { adjacency.rows[$0] == adjacency.rows[arc] }) {
            return "graph: node \(node), no way back from \(neighbor)"
          }
        }
        if adjacency.arcs(of: node).isEmpty != (graph.metrics.communities[node] < 0) {
          return "graph: node \(node), community"
        }
      }
      if graph.metrics.members.values.count != graph.metrics.nodeCount { return "communities" }
    }
    return nil
  }

  /// The folded bytes of a string.
  func key(of range: HeapRange) -> [UInt8] {
    let strings = tables.strings
    var key: [UInt8] = []
    NameKey.append(strings.span.extracting(range.indices), to: &key)
    return key
  }
}
