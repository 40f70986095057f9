package import Extraction
package import HTTP
package import NewsIndex

/// The table of everything served. Start reading here: each line is a path, the form of its answer,
/// the parameters it takes and the function that answers.
package enum Routes {
  package static let resources: [Resource] = [
    Resource("/", .object, answer: ServiceResources.document),

    Resource(
      "/articles", .list,
      [
        .source, .entity, .publishedFrom, .publishedTo,
        .sort(ArticleResources.sortKeys.map(\.word), standard: "-published"), .limit, .cursor,
      ], answer: ArticleResources.list),
    Resource(
      "/articles/{id}", .object,
      [.include(["text", "sentences", "mentions", "entities", "times"])],
      answer: ArticleResources.one),
    Resource(
      "/articles/{id}/text", .file(mediaType: "text/plain"), answer: ArticleResources.text),
    Resource(
      "/articles/{id}/sentences", .list, [.limit, .cursor], answer: ArticleResources.sentences),
    Resource(
      "/articles/{id}/mentions", .list, [.entity, .type, .kind, .limit, .cursor],
      answer: ArticleResources.mentions),
    Resource(
      "/articles/{id}/entities", .list, [.type, .limit, .cursor],
      answer: ArticleResources.entities),

    Resource(
      "/entities", .list,
      [
        .q, .type, .sort(EntityResources.sortKeys.map(\.word), standard: "-mentions"), .limit,
        .cursor,
      ], answer: EntityResources.list),
    Resource("/entities/{ref}", .object, [.type], answer: EntityResources.one),
    Resource(
      "/entities/{ref}/aliases", .list, [.type, .limit, .cursor],
      answer: EntityResources.aliases),
    Resource(
      "/entities/{ref}/mentions", .list,
      [
        .type, .article, .kind, .publishedFrom, .publishedTo,
        .sort(["published"], standard: "-published"), .limit, .cursor,
      ], answer: EntityResources.mentions),
    Resource(
      "/entities/{ref}/articles", .list,
      [
        .type, .source, .publishedFrom, .publishedTo,
        .sort(ArticleResources.sortKeys.map(\.word), standard: "-published"), .limit, .cursor,
      ], answer: EntityResources.articles),
    Resource(
      "/entities/{ref}/neighbors", .graph, [.type, .edgeClass, .minWeight, .limit, .cursor],
      answer: EntityResources.neighbors),

    Resource(
      "/entities/{ref}/relations", .list,
      [
        .entity, .predicate, .relationType, .modality, .article, .from, .to, .publishedFrom,
        .publishedTo,
        .sort(RelationResources.sortKeys.map(\.word), standard: "-evidence"), .limit, .cursor,
      ], answer: RelationResources.ofEntity),
    Resource(
      "/entities/{ref}/quotes", .list,
      [.type, .form, .article, .publishedFrom, .publishedTo, .limit, .cursor],
      answer: QuoteResources.ofEntity),

    Resource(
      "/entities/{ref}/events", .list,
      [
        .entity, .predicate, .relationType, .status, .article, .from, .to, .publishedFrom,
        .publishedTo, .sort(EventResources.sortKeys.map(\.word), standard: "-reports"), .limit,
        .cursor,
      ], answer: EventResources.ofEntity),
    Resource(
      "/entities/{ref}/timeline", .list, [.type, .from, .to, .limit, .cursor],
      answer: EventResources.timeline),
    Resource("/entities/{ref}/with/{other}", .object, answer: PairResources.pair),
    Resource(
      "/entities/{ref}/with/{other}/sentences", .list, [.limit, .cursor],
      answer: PairResources.sentences),

    Resource(
      "/mentions", .list,
      [
        .entity, .article, .type, .kind, .publishedFrom, .publishedTo,
        .sort(["published"], standard: "-published"), .limit, .cursor,
      ], answer: MentionResources.list),
    Resource(
      "/relations", .list,
      [
        .entity, .subject, .object, .predicate, .relationType, .modality, .article, .from, .to,
        .publishedFrom, .publishedTo,
        .sort(RelationResources.sortKeys.map(\.word), standard: "-evidence"), .limit, .cursor,
      ], answer: RelationResources.list),
    Resource("/relations/{id}", .object, answer: RelationResources.one),
    Resource(
      "/events", .list,
      [
        .entity, .predicate, .relationType, .status, .article, .from, .to, .publishedFrom,
        .publishedTo, .sort(EventResources.sortKeys.map(\.word), standard: "-reports"), .limit,
        .cursor,
      ], answer: EventResources.list),
    Resource("/events/{id}", .object, answer: EventResources.one),
    Resource(
      "/quotes", .list,
      [.speaker, .form, .article, .publishedFrom, .publishedTo, .limit, .cursor],
      answer: QuoteResources.list),
    Resource("/schema", .object, answer: SchemaResource.answer),
    Resource(
      "/resolve", .list, [.name, .type, .limit, .cursor], answer: NameResources.resolve),
    Resource("/suggest", .list, [.begun, .type, .suggestLimit], answer: NameResources.suggest),

    Resource(
      "/graph", .graph, [.type, .edgeClass, .minWeight, .entity, .depth, .edgeLimit],
      answer: GraphResource.answer),
    Resource(
      "/graph/paths", .graph,
      [
        .pathStart, .pathEnd, .maxHops, .pathCount, .edgeClass, .type, .predicate, .minWeight,
      ], answer: PathResource.answer),
    Resource(
      "/graph/metrics", .list,
      [
        .edgeClass, .type, .sort(MetricResources.sortKeys.map(\.word), standard: "-pagerank"),
        .limit, .cursor,
      ], answer: MetricResources.list),
    Resource(
      "/graph/communities", .list, [.edgeClass, .limit, .cursor],
      answer: MetricResources.communities),
    Resource(
      "/graph/communities/{ref}", .list, [.edgeClass, .limit, .cursor],
      answer: MetricResources.community),

    Resource("/analyze", method: .post, .object, answer: AnalyzeResource.answer),

    Resource(
      "/openapi.yaml", .file(mediaType: "application/yaml"), answer: ServiceResources.openAPI),
    Resource("/healthz", .object, answer: ServiceResources.health),
    Resource("/readyz", .object, answer: ServiceResources.readiness),
    Resource("/version", .object, answer: ServiceResources.version),
    Resource("/problems", .file(mediaType: "text/html"), answer: ProblemPages.list),
    Resource("/problems/{type}", .file(mediaType: "text/html"), answer: ProblemPages.one),
  ]

  /// The table as the server takes it.
  ///
  /// - Parameters:
  ///   - analyzeBytes: octets of the longest content of `POST /analyze`.
  ///   - openAPI: the bytes of openapi.yaml.
  ///   - version: of this build.
  package static func table(
    current: Current, extractor: Extractor, decisions: NameDecisions = NameDecisions(),
    analyzeBytes: Int, openAPI: [UInt8], version: String
  ) -> [Route] {
    let edition = Edition(
      current: current, extractor: extractor, decisions: decisions, openAPI: openAPI,
      version: version)
    return resources.map { resource in
      let isPosted = resource.method == .post
      return Route(
        resource.method, resource.path, contentBytes: isPosted ? analyzeBytes : nil,
        isDeferred: isPosted
      ) { request in resource.response(to: request, from: edition) }
    }
  }
}
