/** Version of this package, as results record it; a test holds it to the package's manifest. */
export const VERSION = "0.0.0";
