/** The version of the vocabulary, which is that of the package. */
export const VERSION = "0.0.0";
