internal import Extraction
internal import Formats

/// What was added so far, in the order it was added, in flat columns.
///
/// Rows of an article are consecutive; `articles[i]` holds where each kind begins. Indices that an
/// analysis gets wrong are dropped here, so that everything behind trusts them.
struct Staging: Sendable {
  struct Article: Sendable {
    var row = ArticleRow()
    var sourceName: Int32 = -1
    var publishedKey = Int64.min
    var hash: UInt64 = 0
    var zones = 0
    var sentences = 0
    var mentions = 0
    var nodes = 0
    var surfaces = 0
    var titles = 0
    var relations = 0
    var qualifiers = 0
    var quotations = 0
    var times = 0
  }

  struct Sentence: Sendable {
    var utf8: TextRange
    var codePointStart: Int32
    var utf16Start: Int32
    var zone: ZoneKind
  }

  struct Mention: Sendable {
    var range: TextRange
    /// Counted from the article's first.
    var sentence: Int32
    /// Counted from the first of all.
    var surface: Int32
    var confidence: UInt8
  }

  /// An entity of one article.
  struct Node: Sendable {
    /// Id in `forms`.
    var name: Int32
    var known: Int32
    var type: EntityType
    var subtype: PlaceSubtype?
    var fields = FieldCounts()
  }

  /// A node's mentions of one text and kind.
  struct Surface: Sendable {
    /// Counted from the first of all.
    var node: Int32
    var form: Int32
    var count: Int32
    var kind: MentionKind
  }

  struct Title: Sendable {
    var node: Int32
    var form: Int32
    /// The node of whose name the title begins with, or -1.
    var of: Int32
    var sentence: Int32
    var range: TextRange
    var term: Term
  }

  var articles: [Article] = []
  var texts: [[UInt8]] = []
  /// Ids, titles and the like; `ArticleRow`s of `articles` are over it.
  var strings: [UInt8] = []
  /// Names and surface texts.
  var forms = Interner()
  var zones: [ZoneRow] = []
  var sentences: [Sentence] = []
  var mentions: [Mention] = []
  var nodes: [Node] = []
  var surfaces: [Surface] = []
  var titles: [Title] = []
  var relations: [Relation] = []
  var qualifiers: [Qualifier] = []
  var quotations: [Quotation] = []
  /// Their `sentence` counts from the article's first.
  var times: [TimeExpression] = []

  mutating func add(_ article: Extraction.Article, _ analysis: Analysis) {
    var staged = Article()
    staged.zones = zones.count
    staged.sentences = sentences.count
    staged.mentions = mentions.count
    staged.nodes = nodes.count
    staged.surfaces = surfaces.count
    staged.titles = titles.count
    staged.relations = relations.count
    staged.qualifiers = qualifiers.count
    staged.quotations = quotations.count
    staged.times = times.count
    staged.row = makeRow(article, analysis)
    if let source = analysis.source {
      staged.sourceName = forms.intern(source.name)
    } else if let source = article.metadata.source {
      staged.sourceName = forms.intern(source)
    }
    staged.publishedKey = publishedKey(analysis.published ?? article.metadata.published)
    var hash = StableHash(seed: 4)
    hash.combine(article.id)
    hash.combine(article.text)
    staged.hash = hash.value
    addRanges(article.text, analysis)
    let nodeStart = nodes.count
    for entity in analysis.entities {
      nodes.append(
        Node(
          name: forms.intern(entity.name), known: entity.known?.ordinal ?? -1, type: entity.type,
          subtype: entity.subtype, fields: entity.fields))
    }
    staged.row.nameMentionCount = addMentions(
      article.text, analysis, sentences: analysis.sentences.count, nodeStart: nodeStart)
    addTitles(article.text, analysis, nodeStart: nodeStart)
    let times = addTimes(article.text, analysis)
    addRelations(article.text, analysis, nodeStart: nodeStart, times: times)
    addQuotations(article.text, analysis, nodeStart: nodeStart)
    articles.append(staged)
    texts.append(article.text)
  }

  // MARK: Order

  /// The same in snapshot order, forms numbered by first use: it no longer shows how it was added.
  consuming func inSnapshotOrder() -> Staging {
    var order = Array(articles.indices)
    let (rows, heap) = (articles, strings)
    order.sort { a, b in
      if rows[a].publishedKey != rows[b].publishedKey {
        return rows[a].publishedKey > rows[b].publishedKey
      }
      return compare(heap.span, rows[a].row.id.indices, rows[b].row.id.indices) < 0
    }
    var sorted = Staging()
    var formOf = [Int32](repeating: -1, count: forms.count)
    sorted.articles.reserveCapacity(articles.count)
    sorted.texts.reserveCapacity(articles.count)
    sorted.sentences.reserveCapacity(sentences.count)
    sorted.mentions.reserveCapacity(mentions.count)
    sorted.nodes.reserveCapacity(nodes.count)
    sorted.surfaces.reserveCapacity(surfaces.count)
    for index in order { sorted.append(self, index, &formOf) }
    return sorted
  }

  private mutating func append(_ other: borrowing Staging, _ index: Int, _ formOf: inout [Int32]) {
    var article = other.articles[index]
    let next = other.next(index)
    let (nodeStart, surfaceStart) = (article.nodes, article.surfaces)
    let nodeShift = Int32(truncatingIfNeeded: nodes.count - nodeStart)
    let surfaceShift = Int32(truncatingIfNeeded: surfaces.count - surfaceStart)
    func copied(_ form: Int32, _ forms: inout Interner) -> Int32 {
      if form < 0 { return form }
      if formOf[Int(form)] < 0 {
        let bytes = other.forms.bytes
        formOf[Int(form)] = forms.intern(bytes.span.extracting(other.forms.range(form)))
      }
      return formOf[Int(form)]
    }
    article.sourceName = copied(article.sourceName, &forms)
    for node in other.nodes[nodeStart..<next.nodes] {
      var node = node
      node.name = copied(node.name, &forms)
      nodes.append(node)
    }
    for surface in other.surfaces[surfaceStart..<next.surfaces] {
      var surface = surface
      surface.node += nodeShift
      surface.form = copied(surface.form, &forms)
      surfaces.append(surface)
    }
    for title in other.titles[article.titles..<next.titles] {
      var title = title
      title.node += nodeShift
      if title.of >= 0 { title.of += nodeShift }
      title.form = copied(title.form, &forms)
      titles.append(title)
    }
    for relation in other.relations[article.relations..<next.relations] {
      relations.append(
        relation.moved(nodes: nodeShift, qualifiers: qualifiers.count - article.qualifiers) {
          copied($0, &forms)
        })
    }
    for quotation in other.quotations[article.quotations..<next.quotations] {
      quotations.append(quotation.moved(nodes: nodeShift) { copied($0, &forms) })
    }
    let qualifierStart = qualifiers.count
    let timeStart = times.count
    times.append(contentsOf: other.times[article.times..<next.times])
    qualifiers.append(contentsOf: other.qualifiers[article.qualifiers..<next.qualifiers])
    for mention in other.mentions[article.mentions..<next.mentions] {
      var mention = mention
      mention.surface += surfaceShift
      mentions.append(mention)
    }
    let (zoneStart, sentenceStart) = (article.zones, article.sentences)
    article.zones = zones.count
    article.sentences = sentences.count
    article.mentions = mentions.count - (next.mentions - article.mentions)
    article.titles = titles.count - (next.titles - article.titles)
    article.relations = relations.count - (next.relations - article.relations)
    article.qualifiers = qualifierStart
    article.quotations = quotations.count - (next.quotations - article.quotations)
    article.times = timeStart
    article.nodes = nodeStart + Int(nodeShift)
    article.surfaces = surfaceStart + Int(surfaceShift)
    zones.append(contentsOf: other.zones[zoneStart..<next.zones])
    sentences.append(contentsOf: other.sentences[sentenceStart..<next.sentences])
    article.row.moveStrings { range in
      let start = strings.count
      strings.append(contentsOf: other.strings[range.indices])
      return HeapRange(start: start, count: Int(range.count))
    }
    articles.append(article)
    texts.append(other.texts[index])
  }

  /// Where the rows of the article after `index` begin.
  func next(_ index: Int) -> Article {
    if index + 1 < articles.count { return articles[index + 1] }
    var end = Article()
    end.zones = zones.count
    end.sentences = sentences.count
    end.mentions = mentions.count
    end.nodes = nodes.count
    end.surfaces = surfaces.count
    end.titles = titles.count
    end.relations = relations.count
    end.qualifiers = qualifiers.count
    end.quotations = quotations.count
    end.times = times.count
    return end
  }

  // MARK: Article

  private mutating func makeRow(
    _ article: Extraction.Article, _ analysis: Analysis
  ) -> ArticleRow {
    let metadata = article.metadata
    let published = analysis.published ?? metadata.published
    var row = ArticleRow()
    row.id = append(article.id)
    row.title = append(analysis.title?.text ?? metadata.title)
    row.titleOrigin = analysis.title?.origin ?? (metadata.title == nil ? nil : .source)
    row.sourceRaw = append(analysis.source?.raw ?? metadata.source)
    row.author = append(analysis.author ?? metadata.author)
    row.url = append(metadata.url)
    row.language = append(metadata.language)
    row.timestamp = append(published?.timestamp)
    row.textCount = Int32(clamping: article.text.count)
    row.wordCount = analysis.wordCount
    row.earliest = published?.earliest
    row.latest = published?.latest
    row.precision = published?.precision ?? .day
    row.basis = published?.basis ?? .metadata
    if let dateline = analysis.dateline {
      if let range = valid(dateline.range, article.text) {
        row.datelineRange = range
        row.datelineRaw = append(article.text, range.indices)
      }
      row.datelinePlace = append(dateline.place)
      row.datelineDate = dateline.date
    }
    return row
  }

  /// Seconds of local time since 1970, finer than the day where a time of day is known.
  func publishedKey(_ published: PublicationDate?) -> Int64 {
    guard let published else { return .min }
    var seconds = Int64(published.earliest.daysSinceEpoch) * 86_400
    let time = Array((published.timestamp ?? "").utf8.dropFirst(11).prefix(8))
    guard time.count == 8 else { return seconds }
    for (at, unit) in [(0, 36_000), (1, 3600), (3, 600), (4, 60), (6, 10), (7, 1)] {
      guard (0x30...0x39).contains(time[at]) else { return seconds }
      seconds += Int64(time[at] - 0x30) * Int64(unit)
    }
    return seconds
  }

  private mutating func append(_ text: String?) -> HeapRange {
    guard let text, !text.isEmpty else { return HeapRange() }
    let start = strings.count
    strings.append(contentsOf: text.utf8)
    return HeapRange(start: start, count: strings.count - start)
  }

  private mutating func append(_ bytes: [UInt8], _ range: Range<Int>) -> HeapRange {
    let start = strings.count
    strings.append(contentsOf: bytes[range])
    return HeapRange(start: start, count: range.count)
  }

  func valid(_ range: TextRange, _ text: [UInt8]) -> TextRange? {
    range.start >= 0 && range.start < range.end && Int(range.end) <= text.count ? range : nil
  }

  // MARK: Zones and sentences

  /// One walk over the text gives the other units to both.
  private mutating func addRanges(_ text: [UInt8], _ analysis: Analysis) {
    var walk = TextWalk(text)
    for zone in analysis.zones {
      guard let range = valid(zone.range, text) else { continue }
      let start = walk.count(at: Int(range.start)).codePoints
      let end = walk.count(at: Int(range.end)).codePoints
      zones.append(ZoneRow(kind: zone.kind, utf8: range, codePoints: TextRange(start, end)))
    }
    walk = TextWalk(text)
    for sentence in analysis.sentences {
      let range = valid(sentence.range, text) ?? TextRange(0, 0)
      let count = walk.count(at: Int(range.start))
      sentences.append(
        Sentence(
          utf8: range, codePointStart: Int32(count.codePoints), utf16Start: Int32(count.utf16),
          zone: sentence.zone))
    }
  }

  // MARK: Mentions

  /// Returns how many are of the name kinds.
  private mutating func addMentions(
    _ text: [UInt8], _ analysis: Analysis, sentences sentenceCount: Int, nodeStart: Int
  ) -> Int32 {
    var ordered = analysis.mentions.filter { mention in
      valid(mention.range, text) != nil
        && analysis.sentences.indices.contains(Int(mention.sentence))
        && analysis.entities.indices.contains(Int(mention.entity))
    }
    ordered.sort { a, b in
      a.range != b.range
        ? a.range < b.range : (a.entity, a.kind.rawValue) < (b.entity, b.kind.rawValue)
    }
    var surfaceOf: [SurfaceKey: Int32] = [:]
    var nameCount: Int32 = 0
    for mention in ordered {
      let form = forms.intern(text.span.extracting(mention.range.indices))
      let key = SurfaceKey(node: mention.entity, form: form, kind: mention.kind)
      let surface = surfaceOf[key] ?? Int32(truncatingIfNeeded: surfaces.count)
      if surfaceOf[key] == nil {
        surfaceOf[key] = surface
        surfaces.append(
          Surface(
            node: Int32(truncatingIfNeeded: nodeStart) + mention.entity, form: form, count: 0,
            kind: mention.kind))
      }
      surfaces[Int(surface)].count += 1
      if mention.kind.isName { nameCount += 1 }
      mentions.append(
        Mention(
          range: mention.range, sentence: mention.sentence, surface: surface,
          confidence: mention.confidence))
    }
    return nameCount
  }

  private struct SurfaceKey: Hashable {
    var node: Int32
    var form: Int32
    var kind: MentionKind
  }

  // MARK: Titles

  /// "Norwegian Prime Minister" is the title "Prime Minister" of what "Norwegian" names.
  private mutating func addTitles(_ text: [UInt8], _ analysis: Analysis, nodeStart: Int) {
    addStatedTitles(text, analysis, nodeStart: nodeStart)
    guard analysis.entities.contains(where: { !$0.titles.isEmpty }) else { return }
    var mentionAt: [Int32: Extraction.Mention] = [:]
    for mention in analysis.mentions
    where analysis.entities.indices.contains(Int(mention.entity)) {
      // The shortest at a place: "Norwegian" rather than "Norwegian Prime Minister".
      if let other = mentionAt[mention.range.start], other.range.end <= mention.range.end {
        continue
      }
      mentionAt[mention.range.start] = mention
    }
    for (index, entity) in analysis.entities.enumerated() {
      for range in entity.titles {
        guard let range = valid(range, text),
          let sentence = sentenceIndex(of: range, analysis.sentences)
        else { continue }
        let owner = mentionAt[range.start].flatMap {
          $0.range.end < range.end && Int($0.entity) != index ? $0 : nil
        }
        var own = range
        if let owner { own.start = skipPossessive(text, from: owner.range.end, to: range.end) }
        guard own.start < own.end else { continue }
        titles.append(
          Title(
            node: Int32(truncatingIfNeeded: nodeStart + index),
            form: forms.intern(text.span.extracting(own.indices)),
            of: owner.map { Int32(truncatingIfNeeded: nodeStart) + $0.entity } ?? -1,
            sentence: Int32(truncatingIfNeeded: sentence), range: range,
            term: Term(ofTitle: range, in: analysis, text: text)))
      }
    }
  }

  /// Titles that relations state ("…, the head of the bank") and that no name has before it.
  private mutating func addStatedTitles(
    _ text: [UInt8], _ analysis: Analysis, nodeStart: Int
  ) {
    for relation in analysis.relations
    where relation.modality == .asserted && Self.offices.contains(relation.predicate) {
      guard let holder = relation.subject?.entity, let owner = relation.object?.entity,
        analysis.entities.indices.contains(Int(holder)),
        analysis.entities.indices.contains(Int(owner)),
        let title = relation.qualifiers.first(where: { $0.kind == .title }),
        let range = valid(title.range, text),
        !analysis.entities[Int(holder)].titles.contains(where: { $0.overlaps(range) })
      else { continue }
      let isFormer = relation.qualifiers.contains { $0.kind == .former }
      var term = Term(ofTitle: range, in: analysis, text: text)
      term.isFormer = term.isFormer || isFormer
      titles.append(
        Title(
          node: Int32(truncatingIfNeeded: nodeStart) + holder,
          form: forms.intern(text.span.extracting(range.indices)),
          of: Int32(truncatingIfNeeded: nodeStart) + owner, sentence: relation.sentence,
          range: range, term: term))
    }
  }

  private static let offices: Set<Predicate> = [
    .holdsOffice, .headOf, .spokespersonOf, .aideTo, .memberOf, .worksFor,
  ]

  private func sentenceIndex(of range: TextRange, _ sentences: [Extraction.Sentence]) -> Int? {
    let next = sentences.partitioningIndex { $0.range.start > range.start }
    return next > 0 && sentences[next - 1].range.contains(range) ? next - 1 : nil
  }

  /// The first letter behind `’s` and spaces.
  private func skipPossessive(_ text: [UInt8], from start: Int32, to end: Int32) -> Int32 {
    var i = Int(start)
    while i < end, text[i] == 0x20 || text[i] == 0x27 || text[i] >= 0x80 { i += 1 }
    if i > start, i + 1 < end, text[i] == UInt8(ascii: "s"), text[i + 1] == 0x20 { i += 2 }
    return Int32(truncatingIfNeeded: i)
  }
}

/// Counts a text's characters up to offsets that mostly grow.
private struct TextWalk {
  private let text: [UInt8]
  private var at = 0
  private var counted = TextCount(codePoints: 0, utf16: 0)

  init(_ text: [UInt8]) { self.text = text }

  mutating func count(at offset: Int) -> TextCount {
    if offset < at {
      at = 0
      counted = TextCount(codePoints: 0, utf16: 0)
    }
    counted.add(text, at..<offset)
    at = offset
    return counted
  }
}
