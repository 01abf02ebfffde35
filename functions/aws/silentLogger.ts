/**
 * For clients of streams: where nobody gives them a logger they write each broken stream to the console, which the function's own
 * log already tells.
 */
export const silentLogger = { debug() {}, info() {}, warn() {}, error() {} };
