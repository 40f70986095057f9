/// A form an answer can take; the first of a resource's formats is its standard one.
package enum Format: String, Sendable, CaseIterable {
  case json, ndjson, csv

  package var mediaType: String {
    switch self {
    case .json: "application/json"
    case .ndjson: "application/x-ndjson"
    case .csv: "text/csv"
    }
  }

  package var contentType: String {
    switch self {
    case .json, .ndjson: mediaType
    case .csv: "text/csv; charset=utf-8; header=present"
    }
  }
}
