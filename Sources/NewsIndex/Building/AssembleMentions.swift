internal import Extraction
internal import Formats

/// Sentences, mentions, cooccurrences and the lists that lead to them.
extension Assembler {
  /// A sentence pairs at most its first entities, so that a text of nothing but names stays linear.
  static let pairedEntityLimit = 64

  mutating func addSentencesAndMentions() {
    tables.sentences.reserveCapacity(staging.sentences.count)
    tables.mentions.reserveCapacity(staging.mentions.count)
    for index in staging.articles.indices {
      let article = staging.articles[index]
      let next = staging.next(index)
      for sentence in staging.sentences[article.sentences..<next.sentences] {
        tables.sentences.append(
          SentenceRow(
            article: ArticleOrdinal(index), utf8: sentence.utf8,
            codePointStart: sentence.codePointStart, utf16Start: sentence.utf16Start,
            zone: sentence.zone))
      }
      for mention in staging.mentions[article.mentions..<next.mentions] {
        let surface = staging.surfaces[Int(mention.surface)]
        tables.mentions.append(
          MentionRow(
            range: mention.range,
            sentence: SentenceOrdinal(article.sentences + Int(mention.sentence)),
            entity: row(ofNode: surface.node), kind: kinds[Int(mention.surface)],
            confidence: mention.confidence))
      }
    }
    staging.sentences = []
    staging.mentions = []
    let kindCount = Int32(MentionKind.allCases.count)
    tables.mentionPostings = Postings(
      keyCount: tables.entities.count * Int(kindCount),
      keys: tables.mentions.map { $0.entity.value * kindCount + Int32($0.kind.rawValue) },
      values: tables.mentions.indices.map { Int32(truncatingIfNeeded: $0) })
    tables.mentionTypePostings = Postings(
      keyCount: EntityType.allCases.count * Int(kindCount),
      keys: tables.mentions.map {
        Int32(tables.entities[$0.entity.index].type.rawValue) * kindCount + Int32($0.kind.rawValue)
      },
      values: tables.mentions.indices.map { Int32(truncatingIfNeeded: $0) })
  }

  mutating func addArticleEntities() {
    var articles: [Int32] = []
    var place = [Int32](repeating: -1, count: tables.entities.count)
    for index in tables.articles.indices {
      let start = tables.articleEntities.count
      tables.articles[index].entitiesStart = Int32(truncatingIfNeeded: start)
      let end =
        index + 1 < tables.articles.count
        ? Int(tables.articles[index + 1].mentionsStart) : tables.mentions.count
      for mention in tables.mentions[Int(tables.articles[index].mentionsStart)..<end] {
        let entity = mention.entity.index
        if Int(place[entity]) < start {
          place[entity] = Int32(truncatingIfNeeded: tables.articleEntities.count)
          tables.articleEntities.append(
            ArticleEntityRow(entity: mention.entity, nameMentionCount: 0, mentionCount: 0))
          articles.append(Int32(truncatingIfNeeded: index))
        }
        let row = Int(place[entity])
        tables.articleEntities[row].mentionCount += 1
        if mention.kind.isName { tables.articleEntities[row].nameMentionCount += 1 }
      }
    }
    tables.articlePostings = Postings(
      keyCount: tables.entities.count, keys: tables.articleEntities.map(\.entity.value),
      values: articles)
    for entity in tables.entities.indices {
      let own = tables.articlePostings[entity]
      tables.entities[entity].articleCount = Int32(truncatingIfNeeded: own.count)
      let dated = own.partitioningIndex { Int($0) >= tables.datedArticleCount }
      guard dated > own.startIndex else { continue }
      tables.entities[entity].lastSeen = tables.articles[Int(own[own.startIndex])].earliest
      tables.entities[entity].firstSeen = tables.articles[Int(own[dated - 1])].earliest
    }
  }

  // MARK: Cooccurrences

  mutating func addEdges() {
    let pairs = sentencePairs()
    let byTarget = Postings(
      keyCount: tables.entities.count, keys: pairs.target,
      values: pairs.target.indices.map { Int32(truncatingIfNeeded: $0) }
    ).values
    // Two stable passes order the pairs by source, target, sentence.
    let order = Postings(
      keyCount: tables.entities.count, keys: byTarget.map { pairs.source[Int($0)] },
      values: byTarget
    ).values
    var edges: [EdgeRow] = []
    var lastArticle = Int32(-1)
    for pair in order {
      let (source, target) = (pairs.source[Int(pair)], pairs.target[Int(pair)])
      let sentence = pairs.sentence[Int(pair)]
      let article = tables.sentences[Int(sentence)].article.value
      // Source and target are id ranks until the end.
      if edges.last?.source.value != source || edges.last?.target.value != target {
        edges.append(
          EdgeRow(
            source: EntityOrdinal(source), target: EntityOrdinal(target), weight: 0,
            articleCount: 0, evidence: InlineArray(repeating: -1)))
        lastArticle = -1
      }
      let last = edges.count - 1
      if edges[last].weight < EdgeRow.evidenceLimit {
        edges[last].evidence[Int(edges[last].weight)] = sentence
      }
      edges[last].weight += 1
      if article != lastArticle { edges[last].articleCount += 1 }
      lastArticle = article
    }
    let byWeight = edges.indices.map {
      UInt64(UInt32(Int32.max - edges[$0].weight)) << 32 | UInt64($0)
    }.sorted()
    tables.edges = byWeight.map { key in
      var edge = edges[Int(key & 0xffff_ffff)]
      edge.source = EntityOrdinal(tables.entitiesByID[edge.source.index])
      edge.target = EntityOrdinal(tables.entitiesByID[edge.target.index])
      return edge
    }
    addEdgePostings()
  }

  /// Pairs of id ranks, the lower as source, in sentence order.
  private func sentencePairs() -> (source: [Int32], target: [Int32], sentence: [Int32]) {
    var pairs: (source: [Int32], target: [Int32], sentence: [Int32]) = ([], [], [])
    var present: [Int32] = []
    var sentence = Int32(-1)
    func flush() {
      present.sort()
      for (i, source) in present.enumerated() {
        for target in present[(i + 1)...] {
          pairs.source.append(source)
          pairs.target.append(target)
          pairs.sentence.append(sentence)
        }
      }
      present.removeAll(keepingCapacity: true)
    }
    for mention in tables.mentions where mention.kind.isName {
      if mention.sentence.value != sentence {
        flush()
        sentence = mention.sentence.value
      }
      let rank = tables.entityIDRank[mention.entity.index]
      if present.count < Self.pairedEntityLimit && !present.contains(rank) { present.append(rank) }
    }
    flush()
    return pairs
  }

  private mutating func addEdgePostings() {
    let typeCount = Int32(EntityType.allCases.count)
    var keys: [Int32] = []
    var values: [Int32] = []
    var pairKeys: [Int32] = []
    for (index, edge) in tables.edges.enumerated() {
      let source = Int32(tables.entities[edge.source.index].type.rawValue)
      let target = Int32(tables.entities[edge.target.index].type.rawValue)
      keys.append(edge.source.value * typeCount + target)
      keys.append(edge.target.value * typeCount + source)
      values.append(Int32(truncatingIfNeeded: index))
      values.append(Int32(truncatingIfNeeded: index))
      pairKeys.append(min(source, target) * typeCount + max(source, target))
    }
    tables.neighborPostings = Postings(
      keyCount: tables.entities.count * Int(typeCount), keys: keys, values: values)
    tables.edgeTypePostings = Postings(
      keyCount: Int(typeCount * typeCount), keys: pairKeys,
      values: tables.edges.indices.map { Int32(truncatingIfNeeded: $0) })
  }
}
