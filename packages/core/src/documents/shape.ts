/** What may stand at a place of a JSON document. */
export type Shape = { readonly required?: true } & (
  | { readonly is: "text" | "flag" | "anything" }
  | {
      readonly is: "number" | "number-or-null";
      /** Whether any number will do; JSON holds no others than finite ones, but objects in memory may. */
      readonly finite?: false;
    }
  | {
      readonly is: "option";
      readonly of: readonly string[];
      /** Whether another name is right too: one of the user's own. */
      readonly allows?: (name: string) => boolean;
    }
  /** Two numbers. */
  | { readonly is: "pair" }
  | { readonly is: "constant"; readonly value: string | number }
  | { readonly is: "list"; readonly of: Shape }
  /** Any names, each with a value of this shape. */
  | { readonly is: "record"; readonly of: Shape }
  | { readonly is: "object"; readonly fields: Fields }
  /** An object whose fields depend on what one of them says. */
  | {
      readonly is: "variant";
      readonly by: string;
      readonly of: Readonly<Record<string, Fields>>;
    }
  /** One of several shapes that differ in their kind of value: a text or a list, a number or an object. */
  | { readonly is: "either"; readonly of: readonly Shape[] }
);

/** Fields by name; a document may have no others. */
export type Fields = Readonly<Record<string, Shape>>;

/** A kind of value in words. */
export function wordsFor(shape: Shape): string {
  switch (shape.is) {
    case "text":
      return "text";
    case "number":
      return "a number";
    case "number-or-null":
      return "a number or null";
    case "flag":
      return "true or false";
    case "anything":
      return "a value";
    case "pair":
      return "two numbers, [lowest, highest]";
    case "constant":
      return JSON.stringify(shape.value);
    case "option":
      return `one of ${shape.of.join(", ")}`;
    case "list":
      return "a list";
    case "record":
    case "object":
    case "variant":
      return "an object";
    case "either":
      return shape.of.map(wordsFor).join(" or ");
  }
}
