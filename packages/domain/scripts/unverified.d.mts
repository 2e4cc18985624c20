/** The text of docs/unverified.md. */
export function unverified(): Promise<string>;
