/** Colours of the house: outlines and paper in accent, water in blue, what is wrong in amber. */
const INK = '#1f6f5c';
const TINT = '#d3e6df';
const WATER = '#2f6db3';
const TROUBLE = '#c98a1b';

const line = (d: string, colour = INK) => `<path d="${d}" fill="none" stroke="${colour}"/>`;
const face = (d: string, colour = INK, fill = TINT) => `<path d="${d}" fill="${fill}" stroke="${colour}"/>`;
const paper = (d: string) => face(d, INK, '#fff');
const wrong = (d: string) => line(d, TROUBLE);
const dot = (x: number, y: number, r = 1.6, colour = INK) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`;
/** A drop that hangs from `x`,`y`. */
const drop = (x: number, y: number, size = 1) =>
  `<path d="M${x} ${y}c${2.2 * size} ${2.9 * size} ${3.2 * size} ${4.4 * size} ${3.2 * size} ${5.7 * size}a${3.2 * size} ${3.2 * size} 0 0 1-${6.4 * size} 0c0-${1.3 * size} ${size}-${2.8 * size} ${3.2 * size}-${5.7 * size}z" fill="${WATER}"/>`;

/** One drawing for each picture key, on a grid of 48. */
export const DRAWINGS = {
  pipe: face('M7 13h17a12 12 0 0 1 12 12v3H25v-2a2 2 0 0 0-2-2H7z') + paper('M4 10.5h5v16H4zM22.5 28h16v5h-16z') + drop(30.5, 36),
  tap:
    face('M8 19h18a9 9 0 0 1 9 9v3h-8v-2a2 2 0 0 0-2-2H8z') + paper('M5 15.5h4v15H5z') + line('M18 19v-6M11.5 11.5h13') + drop(31, 35, 1.1),
  toilet: paper('M10 6h11v15H10z') + face('M9 21h29c0 8-4.5 13-11 13.5l1.5 8H15.5l1.5-8.7C12 31.5 9 27.5 9 21z') + line('M13 10.5h5'),
  'leak-wall':
    paper('M6 6h36v36H6z') +
    line('M6 18h36M6 30h36M18 6v12M32 6v12M12 18v12M25 18v12M38 18v12M18 30v12') +
    '<path d="M23 23c5-4 12-3 14 2s3 17-4 19-13-2-14-9 0-9 4-12z" fill="#dbe7f4"/>' +
    drop(27, 24) +
    drop(34, 30) +
    drop(25, 34),
  'leak-roof': face('M4 21 24 7l20 14z') + line('M10 21v21h28V21') + drop(18, 24) + drop(29, 27) + drop(22, 33),
  'leak-bath':
    face('M5 23h38v5a9 9 0 0 1-9 9H14a9 9 0 0 1-9-9z') +
    line('M11 23V12a5 5 0 0 1 10 0M17.5 13h7M12 37l-1.5 4M36 37l1.5 4') +
    drop(24, 38, 1.1),
  socket:
    face('M12 7h24a5 5 0 0 1 5 5v24a5 5 0 0 1-5 5H12a5 5 0 0 1-5-5V12a5 5 0 0 1 5-5z') +
    paper('M14 13h20v22H14z') +
    line('M20 18v4M28 18v4M24 25v3.5M19 29.5l1.5 2.5M29 29.5 27.5 32'),
  light:
    face('M24 10a10.5 10.5 0 0 1 6 19.1V33H18v-3.9A10.5 10.5 0 0 1 24 10z') +
    line('M19 37.5h10M21 42h6') +
    wrong('M24 3v2.5M9 8.5l2.2 1.8M39 8.5l-2.2 1.8M5.5 21h3M39.5 21h3'),
  breaker:
    paper('M9 5h30v38H9z') +
    face('M15 13h18v22H15z') +
    `<path d="M26.5 15 19 25.5h4.5L21.5 33l8-11H25z" fill="${TROUBLE}"/>` +
    line('M15 39h18M15 9h18'),
  door: paper('M11 5h26v38H11z') + face('M11 5 28 9v36l-17-2z') + line('M5 43h38') + dot(24, 27),
  window: paper('M7 7h34v34H7z') + face('M10.5 10.5h12v27h-12zM25.5 10.5h12v27h-12z') + wrong('M33 14l-4 5.5 4.5 4-4 6.5') + dot(20, 25),
  lock:
    face('M12 21h24a3 3 0 0 1 3 3v15a3 3 0 0 1-3 3H12a3 3 0 0 1-3-3V24a3 3 0 0 1 3-3z') +
    line('M15.5 21v-5.5a8.5 8.5 0 0 1 17 0V21M24 31.5V36') +
    dot(24, 29.5, 2.4),
  floor:
    face('M12 12h24l8 26H4z') +
    line('M8.5 24h31M18 12l-3.5 26M30 12l3.5 26') +
    `<path d="M16.5 31 24 25l7.5 6z" fill="#f6e6c6" stroke="${TROUBLE}"/>`,
  wall: face('M6 7h27v11H6z') + line('M33 12.5h8V23H22v6') + paper('M19 29h6v14h-6z'),
  ceiling: face('M4 6h40v7h-8v7H12v-7H4z') + line('M21 20v3.5h6V20') + wrong('M19 28l-5 13M29 28l5 13M24 28.5V41'),
  tile:
    face('M6 6h16.5v16.5H6zM25.5 6H42v16.5H25.5zM6 25.5h16.5V42H6z') +
    `<path d="m29 26.5 15.5 4.5L40 46.5 24.5 42z" fill="#f6e6c6" stroke="${TROUBLE}"/>` +
    wrong('m34 29-1.5 7 4 7.5'),
  heating:
    face('M9 18h5v23H9zM17.5 18h5v23h-5zM26 18h5v23h-5zM34.5 18h5v23h-5z') +
    line('M5 23h38M5 36h38') +
    wrong('M16 13c-2-2.5 2-4 0-7M24.5 13c-2-2.5 2-4 0-7M33 13c-2-2.5 2-4 0-7'),
  aircon:
    face('M8 9h32a4 4 0 0 1 4 4v13H4V13a4 4 0 0 1 4-4z') +
    line('M9 21h30') +
    dot(37, 15) +
    line('M13 32c2.5 2.5-2.5 5 0 8M24 32c2.5 2.5-2.5 5 0 8M35 32c2.5 2.5-2.5 5 0 8', WATER),
  elevator: paper('M8 5h32v38H8z') + face('M13 16h22v27H13z') + line('M24 16v27') + wrong('m17 12 3-3.5 3 3.5M25 8.5l3 3.5 3-3.5'),
  intercom:
    face('M15 5h18a3 3 0 0 1 3 3v32a3 3 0 0 1-3 3H15a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z') +
    paper('M17 10h14v11H17z') +
    line('M19 26h10M19 30h10') +
    dot(24, 37, 2.4),
  'public-light': face('M24 5h14l-3 7h-8z') + line('M14 43V14a7 7 0 0 1 7-6h3.5M8 43h12') + wrong('m26.5 17-4 9M31 17.5V28M35.5 17l4 9'),
  road:
    face('M17 6h14l12 36H5z') +
    line('M24 9v5M24 19v6M24 37v5') +
    `<ellipse cx="24" cy="31" rx="6.5" ry="3" fill="#f6e6c6" stroke="${TROUBLE}"/>`,
  green:
    line('M24 43V25M24 34l6-5M8 43h32') +
    face('M24 4a11 11 0 0 1 10.5 14A8.5 8.5 0 0 1 30 31H18a8.5 8.5 0 0 1-4.5-13A11 11 0 0 1 24 4z') +
    line('M24 31v-9M24 27l-4-3.5'),
  crack: face('M4 7h40v9H4zM8 16h9v26H8zM31 16h9v26h-9z') + line('M4 42h40') + wrong('m23 3 3 6-5 4 5.5 5.5L23 24l4 5'),
  gas:
    face('M24 4c8 8.5 13 13 13 22.5a13 13 0 0 1-26 0c0-5.5 3.5-8.5 5.5-12 1 3.5 2.5 5 4.5 6C22 14.5 20.5 9.5 24 4z') +
    `<path d="M24 26c3.5 4 5 6 5 9a5 5 0 0 1-10 0c0-3 1.5-5 5-9z" fill="#f6e6c6" stroke="${TROUBLE}"/>`,
  other: paper('M10 8h28v35H10z') + face('M17 4.5h14v7H17z') + dot(16.5, 26, 2.2) + dot(24, 26, 2.2) + dot(31.5, 26, 2.2),
  noise: face('M6 18h8l11-9v30l-11-9H6z') + wrong('M31 17c4 4 4 10 0 14M36.5 11.5c7 7 7 18 0 25'),
  clean:
    line('M33 4 23 22') +
    face('M15 22.5 30 31c-1 6-3 9.5-6 13L7 34.5c4-3 6.5-6.5 8-12z') +
    line('M14 38.5l3.5-5M19.5 41.5l3-5') +
    wrong('M37 34.5v.1M41 40v.1M35 42v.1'),
  security: face('M24 4 8 10v12c0 10 6.5 17 16 21 9.5-4 16-11 16-21V10z') + line('M24 25v6') + dot(24, 21.5, 3),
  parking:
    face('M11 5h26a6 6 0 0 1 6 6v26a6 6 0 0 1-6 6H11a6 6 0 0 1-6-6V11a6 6 0 0 1 6-6z') +
    `<path d="M19 36V13h7a7 7 0 0 1 0 14h-7" fill="none" stroke="${INK}" stroke-width="3.6"/>`,
  staff:
    face('M6 43c1-10 8-15 18-15s17 5 18 15z') +
    paper('M24 6a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19z') +
    wrong('M13 17v-2a11 11 0 0 1 22 0v2c0 5-3.5 8-7.5 8.5'),
  fee: paper('M10 4h28v40l-4.7-4-4.6 4-4.7-4-4.7 4-4.6-4L10 44z') + line('m17.5 12 6.5 8 6.5-8M24 20v12M18 21.5h12M18 27h12'),
  suggestion: face('M5 8h38v25H23l-9 9v-9H5z') + line('M13 17h22M13 24h13'),
} as const satisfies Record<string, string>;

/** The drawing of a picture key as a data address; a key that nobody has drawn yet shows the sheet of the other things. */
export function drawingOf(key: string): string {
  const drawn = (DRAWINGS as Readonly<Record<string, string>>)[key] ?? DRAWINGS.other;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawn}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
