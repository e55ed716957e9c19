/** Arithmetic of QR codes: the field of 256 elements with x⁸+x⁴+x³+x²+1, in which adding is XOR. */
const EXP: number[] = [];
const LOG: number[] = [];
for (let power = 0, value = 1; power < 255; power += 1) {
  EXP[power] = value;
  LOG[value] = power;
  value = (value << 1) ^ (value > 127 ? 0x11d : 0);
}

const product = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : (EXP[((LOG[a] as number) + (LOG[b] as number)) % 255] as number);

/** Coefficients of (x−1)(x−α)…(x−αⁿ⁻¹), the highest one, which is 1, left out. */
function generator(degree: number): number[] {
  let found = [1];
  for (let root = 0; root < degree; root += 1) {
    const next = [...found, 0];
    for (const [at, part] of found.entries()) next[at + 1] = (next[at + 1] as number) ^ product(part, EXP[root] as number);
    found = next;
  }
  return found.slice(1);
}

/** The check words that make `data` a multiple of the generator (Reed–Solomon). */
export function checkWords(data: readonly number[], count: number): number[] {
  const divisor = generator(count);
  let rest = Array.from({ length: count }, () => 0);
  for (const word of data) {
    const factor = word ^ (rest[0] as number);
    rest = [...rest.slice(1), 0].map((part, at) => part ^ product(divisor[at] as number, factor));
  }
  return rest;
}
