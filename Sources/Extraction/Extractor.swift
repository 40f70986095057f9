/// The one door of text analysis: an article in, everything found in it out.
///
/// Pure and total: the same article gives the same analysis, nothing is thrown, any bytes are
/// survived. Safe on every core at once. Start reading here: `analyze` is the pipeline.
package struct Extractor: Sendable {
  package init() {}

  package func analyze(_ article: Article) -> Analysis {
    Analysis()
  }
}
