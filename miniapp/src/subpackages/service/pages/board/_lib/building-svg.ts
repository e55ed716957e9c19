/** How it stands with a building; the words under it say the same. */
export type BuildingState = 'late' | 'soon' | 'open' | 'quiet';

interface Facade {
  floors: number;
  state: BuildingState;
}

const WIDTH = 64;
const MOST_HEIGHT = 96;
const LEAST_HEIGHT = 26;
const MOST_DRAWN_FLOORS = 18;
const BAYS = 4;

const COLOURS: Readonly<Record<BuildingState, { wall: string; window: string; roof: string }>> = {
  late: { wall: '#f3cfc6', window: '#bb412a', roof: '#bb412a' },
  soon: { wall: '#f6e5c4', window: '#c98a1b', roof: '#c98a1b' },
  open: { wall: '#dcebe6', window: '#1f6f5c', roof: '#1f6f5c' },
  quiet: { wall: '#f0efeb', window: '#d3d0c8', roof: '#c4c0b6' },
};

/** Late before soon before open, as the wall is read. */
export function stateOf({ open, late, soon }: { open: number; late: number; soon: number }): BuildingState {
  if (late > 0) return 'late';
  if (soon > 0) return 'soon';
  return open > 0 ? 'open' : 'quiet';
}

/** One building as an elevation in the colour of its state; the tallest of the project fills the height. */
export function buildingSvg({ floors, state }: Facade, tallest: number): string {
  const share = Math.min(1, Math.max(1, floors) / Math.max(1, tallest));
  const height = LEAST_HEIGHT + (MOST_HEIGHT - LEAST_HEIGHT) * share;
  const top = MOST_HEIGHT + 6 - height;
  const drawn = Math.min(Math.max(1, floors), MOST_DRAWN_FLOORS);
  const { wall, window, roof } = COLOURS[state];
  const [storey, bay] = [(height - 8) / drawn, (WIDTH - 16) / BAYS];
  const windows = Array.from({ length: drawn * BAYS }, (_, at) => {
    const [x, y] = [8 + (at % BAYS) * bay + bay * 0.22, top + 5 + Math.floor(at / BAYS) * storey + storey * 0.2];
    return `M${round(x)} ${round(y)}h${round(bay * 0.56)}v${round(storey * 0.55)}h-${round(bay * 0.56)}z`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${MOST_HEIGHT + 8}">`,
    `<path d="M8 ${round(top)}h${WIDTH - 16}v${round(height)}H8z" fill="${wall}"/>`,
    `<path d="M5 ${round(top)}h${WIDTH - 10}v-4H5z" fill="${roof}"/>`,
    `<path d="${windows.join('')}" fill="${window}" fill-opacity=".55"/>`,
    `<path d="M0 ${MOST_HEIGHT + 6}h${WIDTH}" stroke="#9db8ae" stroke-width="2"/>`,
    '</svg>',
  ].join('');
}

const round = (n: number): number => Math.round(n * 10) / 10;
