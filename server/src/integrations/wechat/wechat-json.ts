/**
 * JSON as WeChat writes it: message ids are 64-bit numbers that JSON.parse would round.
 * Whole numbers of 16 digits and more come out as text, everything else as usual. Throws SyntaxError on what is not JSON.
 */
export function parseWechatJson(text: string): unknown {
  return JSON.parse(
    text.replace(/"(?:\\.|[^"\\])*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g, (part) => (part.startsWith('"') ? part : `"${part}"`)),
  );
}
