/** The page as text. */
export function page(): Promise<string>;
