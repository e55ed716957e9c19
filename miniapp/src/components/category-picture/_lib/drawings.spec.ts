import { DRAWINGS, drawingOf } from './drawings';

it('has a drawing for everything that can be reported', () => {
  const keys =
    'pipe tap toilet leak-wall leak-roof leak-bath socket light breaker door window lock floor wall ceiling tile heating aircon elevator intercom public-light road green crack gas other noise clean security parking staff fee suggestion';
  expect(Object.keys(DRAWINGS).sort()).toEqual(keys.split(' ').sort());
});

it('shows the sheet of other things for a key nobody has drawn', () => {
  expect(drawingOf('submarine')).toBe(drawingOf('other'));
  expect(drawingOf('tap')).not.toBe(drawingOf('other'));
});
