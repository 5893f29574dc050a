// SPDX-License-Identifier: Apache-2.0

/** The digits of a positive number: 0.d₁d₂d₃… × 10^exponent. */
interface Decimal {
  digits: string;
  exponent: number;
}

/** A positive float: mantissa × 2^exponent; `bits` are those of the mantissa that count. */
interface Binary {
  mantissa: number;
  exponent: number;
  bits: number;
}

/**
 * A float as `Float.toString` of Java 8 to 18 writes it, and Scala with it. Those do not always find
 * the shortest text that names the float: 2.24E-44 is 2.2E-44 in Java 19 and later.
 *
 *     javaFloat(Math.fround(0.000113098686)) // '1.13098686E-4'
 *     javaFloat(1) // '1.0'
 */
export function javaFloat(value: number): string {
  const size = Math.abs(Math.fround(value));
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (!Number.isFinite(size)) return String(Math.fround(value));
  if (size === 0) return `${sign}0.0`;
  const isShortInteger = Number.isInteger(size) && size < 2 ** 63;
  return sign + write(isShortInteger ? digitsOfInteger(size) : digitsOf(size));
}

function write({ digits, exponent }: Decimal): string {
  if (exponent > 0 && exponent < 8) {
    const whole = digits.slice(0, exponent).padEnd(exponent, "0");
    return `${whole}.${digits.slice(exponent) || "0"}`;
  }
  if (exponent > -3 && exponent <= 0) return `0.${"0".repeat(-exponent)}${digits}`;
  return `${digits.slice(0, 1)}.${digits.slice(1) || "0"}E${exponent - 1}`;
}

// Java writes an integer as one, and rounds off the digits that its float does not determine.
function digitsOfInteger(size: number): Decimal {
  const spare = Math.floor(Math.log2(size)) - 25;
  const zeros = spare > 1 ? Math.floor(spare * Math.log10(2)) : 0;
  const unit = 10n ** BigInt(zeros);
  const rounded = (BigInt(size) + unit / 2n) / unit;
  const digits = String(rounded);
  return { digits: digits.replace(/0+$/u, ""), exponent: digits.length + zeros };
}

function digitsOf(size: number): Decimal {
  const parts = partsOf(size);
  const division = new Division(parts);
  let { power } = parts;
  let digits = division.next();
  // The estimated power may be one too large.
  if (digits === "0" && !division.isHigh) {
    digits = "";
    power--;
  }
  // There, at least two digits are written where an exponent follows.
  const needsTwo = power < -3 || power >= 8;
  if (needsTwo || !division.isDone) digits += division.next();
  while (!division.isDone) digits += division.next();
  const exponent = power + 1;
  return division.roundsUp(digits) ? roundUp(digits, exponent) : { digits, exponent };
}

/** Gives digit by digit, until what is left is less than half the distance to the next float. */
class Division {
  readonly #scale: bigint;
  readonly #ten: bigint;
  readonly #width: Parts["width"];
  #rest: bigint;
  #half: bigint;
  #isLow = false;
  #isHigh = false;

  constructor({ rest, half, scale, width }: Parts) {
    this.#rest = rest;
    this.#half = half;
    this.#scale = scale;
    this.#ten = 10n * scale;
    this.#width = width;
  }

  /** The digits up to here, and one more in the last place, are nearer than half the distance. */
  get isHigh(): boolean {
    return this.#isHigh;
  }

  get isDone(): boolean {
    return this.#isLow || this.#isHigh;
  }

  next(): string {
    const digit = this.#rest / this.#scale;
    this.#rest = 10n * (this.#rest % this.#scale);
    this.#half = this.#fit(10n * this.#half);
    // Java knows that half may grow out of its type, but not that the sum may.
    const isHuge = this.#half <= 0n;
    const sum = this.#fit(this.#rest + this.#half);
    this.#isLow = isHuge || this.#rest < this.#half;
    const isOver = this.#width === undefined ? sum >= this.#ten : sum > this.#ten;
    this.#isHigh = isHuge || isOver;
    return String(digit);
  }

  roundsUp(digits: string): boolean {
    if (!this.#isHigh || !this.#isLow) return this.#isHigh;
    const twice = 2n * this.#rest;
    return twice > this.#ten || (twice === this.#ten && Number(digits.at(-1)) % 2 === 1);
  }

  #fit(value: bigint): bigint {
    return this.#width === undefined ? value : BigInt.asIntN(this.#width, value);
  }
}

function roundUp(digits: string, exponent: number): Decimal {
  const rounded = String(BigInt(digits) + 1n).padStart(digits.length, "0");
  if (rounded.length === digits.length) return { digits: rounded, exponent };
  return { digits: rounded.slice(0, -1), exponent: exponent + 1 };
}

/** What Java divides: the float is rest / scale × 10^power, and half the way to the next is half / scale. */
interface Parts {
  power: number;
  rest: bigint;
  half: bigint;
  scale: bigint;
  /** Bits of the type in which it computes; undefined where that has room for any number. */
  width: 32 | 64 | undefined;
}

function partsOf(size: number): Parts {
  const { mantissa, exponent, bits } = binaryOf(size);
  const power = estimatePower(mantissa / 2 ** (bits - 1), exponent + bits - 1);
  const odd = mantissa / (mantissa & -mantissa);
  const oddBits = 32 - Math.clz32(odd);
  const top = exponent + bits - 1;
  // Powers of two, less what the three have in common.
  const fives = Math.max(0, -power);
  const fraction = Math.max(0, oddBits - top - 1);
  const scaleFives = Math.max(0, power);
  let rest = fives + fraction + top - (oddBits - 1);
  let scale = scaleFives + fraction;
  // A power of two is nearer to the float below it: Java halves the distance on both sides.
  let half = fives + fraction + top - bits - (oddBits === 1 ? 1 : 0);
  const common = Math.min(rest, scale, half);
  rest -= common;
  scale -= common;
  half -= common;
  const widest = Math.max(
    oddBits + rest + bitsOfFive(fives),
    scale + 1 + bitsOfFive(scaleFives + 1),
  );
  return {
    power,
    rest: (BigInt(odd) * 5n ** BigInt(fives)) << BigInt(rest),
    half: (5n ** BigInt(fives)) << BigInt(half),
    scale: (5n ** BigInt(scaleFives)) << BigInt(scale),
    width: widest < 32 ? 32 : widest < 64 ? 64 : undefined,
  };
}

// As Java counts them: exactly as far as its table goes.
function bitsOfFive(exponent: number): number {
  if (exponent === 0) return 0;
  return exponent < 27 ? (5n ** BigInt(exponent)).toString(2).length : 3 * exponent;
}

function binaryOf(size: number): Binary {
  const pattern = new Uint32Array(new Float32Array([size]).buffer)[0] ?? 0;
  const fraction = pattern & 0x7fffff;
  const exponent = pattern >>> 23;
  if (exponent > 0) return { mantissa: fraction | 0x800000, exponent: exponent - 150, bits: 24 };
  return { mantissa: fraction, exponent: -149, bits: 32 - Math.clz32(fraction) };
}

// The logarithm's tangent at 1.5, in the digits that Java has of its constants: never too small.
function estimatePower(mantissa: number, exponent: number): number {
  return Math.floor((mantissa - 1.5) * 0.289529654 + 0.176091259 + exponent * 0.301029995663981);
}
