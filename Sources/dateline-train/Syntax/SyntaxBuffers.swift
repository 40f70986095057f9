internal import Extraction

/// What the network makes of one sentence on the way forward, and the gradients on the way back.
///
/// n is the number of its tokens, t that of its transitions.
struct SyntaxBuffers {
  // Tokens: rows of the embeddings that were not left out, and word vectors.
  var rows: [Int32] = []
  var rowStarts: [Int32] = []  // [n + 3]
  var vectors: [Block] = []  // [n + 2]
  var projected: [Block] = []  // [n + 2]
  var tokenMask: [Block] = []  // [n + 2]

  // Layers: the input of each and the last one's output; what each added.
  var inputs: [[Block]] = []  // [depth + 1][n + 2]
  var activations: [[Block]] = []  // [depth][n]
  var context: [Block] = []  // [n]
  var contextMask: [Block] = []  // [n]

  /// Scores of tags, then the loss's gradient by them.  // [n]
  var tagScores: [Block] = []
  /// What each token adds to the hidden layer by its place.  // [n][place]
  var words: [Block] = []

  // Transitions.
  var state = ParserState()
  var configuration = ParserFeatures()
  var places: [InlineArray<9, Int32>] = []  // [t]
  var stateRows: [Int32] = []
  var stateRowStarts: [Int32] = []  // [t + 1]
  var hidden: [Block] = []  // [t]
  var hiddenMask: [Block] = []  // [t]
  var scores: [Block] = []

  // Gradients.
  var scoreGradients: [Block] = []  // [t]
  var hiddenGradients: [Block] = []  // [t]
  var wordGradients: [Block] = []  // [n][place]
  var inputGradients: [Block] = []  // [n + 2]
  var layerGradients: [Block] = []  // [n]
  var windowGradients: [Block] = []  // [n][3]
}
