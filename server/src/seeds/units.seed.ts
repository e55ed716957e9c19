import { newId } from '../platform/database/columns';
import type { LayoutPlan } from './layout-plans.seed';
import type { BuildingPlan } from './world';

/** Yuan per square metre on the first ordinary floor. */
const BASE_YUAN: Readonly<Record<string, number>> = {
  A: 30_800,
  B: 31_200,
  C: 31_600,
  D: 32_400,
  E: 39_600,
  F: 41_800,
  G: 23_600,
  H: 24_200,
};

/** Each floor up adds this much per square metre. */
const FLOOR_STEP_YUAN = 110;

interface BuildingSite {
  projectId: string;
  buildingId: string;
  building: BuildingPlan;
  plans: readonly (LayoutPlan & { id: string })[];
}

/** Every home of a building as a row of `units`, from the ground up: label 1203 is the third door of the twelfth floor. */
export function unitsOf({ projectId, buildingId, building, plans }: BuildingSite) {
  const rows = [];
  for (let floor = 1; floor <= building.floors; floor++) {
    for (const [i, code] of building.doors.entries()) {
      const plan = plans.find((p) => p.code === code);
      if (!plan) throw new Error(`${building.name} has no layout ${code}`);
      rows.push({
        id: newId(),
        project_id: projectId,
        building_id: buildingId,
        layout_id: plan.id,
        floor,
        label: String(floor * 100 + i + 1),
        price: priceOf(plan, building, floor),
        state: stateOf(building, floor, i),
      });
    }
  }
  return rows;
}

/** Fen, whole hundreds of yuan. High floors cost more; a low-rise's ground floor has a garden and its top floor a terrace. */
export function priceOf(
  plan: Pick<LayoutPlan, 'code' | 'areaSqm'>,
  building: Pick<BuildingPlan, 'floors' | 'productType'>,
  floor: number,
): number {
  const base = BASE_YUAN[plan.code];
  if (base === undefined) throw new Error(`no price for layout ${plan.code}`);
  const perSqm = (base + FLOOR_STEP_YUAN * (floor - 1)) * extraOf(building, floor);
  return Math.round((perSqm * plan.areaSqm) / 100) * 100 * 100;
}

function extraOf({ floors, productType }: Pick<BuildingPlan, 'floors' | 'productType'>, floor: number): number {
  const outer = floor === 1 || floor === floors;
  if (!outer) return 1;
  return productType === 'low-rise' ? 1.06 : 0.97;
}

/** Which homes are gone follows from where they are, so that every machine shows the same: about a third sold, a few reserved. */
function stateOf(building: BuildingPlan, floor: number, door: number): 'available' | 'reserved' | 'sold' {
  const spread = (floor * 7 + door * 5 + building.floors * 3) % 16;
  if (spread < 5) return 'sold';
  return spread === 9 ? 'reserved' : 'available';
}
