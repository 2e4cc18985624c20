import { plainNumber } from "../read-record.js";

/** A number times a power of ten, by its decimal digits: 1.1 times 1000 is 1100 and no hair more. */
function shifted(number: number, power: number): number | undefined {
  const [digits = "", exponent = "0"] = String(number).split("e");
  return plainNumber(`${digits}e${Number(exponent) + power}`);
}

/** The number that a cell is, with the decimal mark of its file, times a power of ten. */
export function sdmxNumber(value: unknown, decimal: "." | ",", power: number): number | undefined {
  const withPoint =
    typeof value === "string" && decimal === ","
      ? // A point would divide thousands: such a number is not plain.
        value.replaceAll(".", "?").replace(",", ".")
      : value;
  const number = plainNumber(withPoint);
  return number === undefined || power === 0 ? number : shifted(number, power);
}

/** The power of ten that UNIT_MULT gives; `undefined` if it is none. */
export function powerOf(value: unknown): number | undefined {
  if (value === undefined || value === null || value === "") return 0;
  const power = plainNumber(value);
  return power !== undefined && Number.isInteger(power) && Math.abs(power) <= 30
    ? power
    : undefined;
}
