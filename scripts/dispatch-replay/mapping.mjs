/** Boroughs become buildings; requests of which nobody said where are those of the last one. */
export const BUILDINGS = {
  BROOKLYN: '1 号楼',
  BRONX: '2 号楼',
  MANHATTAN: '3 号楼',
  QUEENS: '5 号楼',
  'STATEN ISLAND': '6 号楼',
  Unspecified: '7 号楼',
};

const repair = (category, more = {}) => ({ kind: 'repair', category, ...more });
const complaint = (category) => ({ kind: 'complaint', category });
const suggestion = (category) => ({ kind: 'suggestion', category });

/** Complaint type → what an owner would report; `by` looks into the descriptor first, by how it begins. */
const TYPES = {
  HEATING: repair('climate-heating'),
  Boilers: repair('climate-heating', { urgent: true }),
  PLUMBING: repair('water-pipe', {
    by: {
      BASIN: repair('water-tap'),
      BATHTUB: repair('water-tap'),
      SHOWER: repair('water-tap'),
      RADIATOR: repair('climate-heating-leak'),
      'WATER-SUPPLY': repair('water-pressure'),
      'WATER SUPPLY': repair('water-pressure'),
      SEWER: repair('water-drain'),
      TOILET: repair('water-toilet'),
    },
  }),
  Plumbing: repair('water-pipe'),
  'Water System': repair('water-pipe', { by: { Leak: repair('water-pipe', { urgent: true }), 'No Water': repair('water-pressure') } }),
  'Water Conservation': repair('water-tap'),
  Sewer: repair('water-drain', { by: { 'Sewer Backup': repair('water-drain', { urgent: true }) } }),
  'Indoor Sewage': repair('water-drain', { urgent: true }),
  ELECTRIC: repair('electric-socket', {
    by: {
      'ELECTRIC-SUPPLY': repair('electric-breaker', { urgent: true }),
      LIGHTING: repair('electric-light'),
      'BELL-BUZZER': repair('electric-intercom'),
    },
  }),
  'PAINT - PLASTER': repair('surfaces-wall', { by: { CEILING: repair('surfaces-ceiling') } }),
  'PAINT/PLASTER': repair('surfaces-wall'),
  'GENERAL CONSTRUCTION': repair('surfaces-wall', {
    by: {
      GAS: repair('public-gas', { urgent: true }),
      MOLD: repair('leak-wall'),
      WINDOW: repair('openings-window'),
      DOORS: repair('openings-door'),
      LOCKS: repair('openings-lock'),
      FLOOR: repair('surfaces-floor'),
      VENTILATION: repair('climate-aircon'),
      'CERAMIC-TILE': repair('surfaces-tile'),
    },
  }),
  GENERAL: repair('repair-other', { by: { LOCKS: repair('openings-lock'), FLOOR: repair('surfaces-floor') } }),
  APPLIANCE: repair('repair-other'),
  NONCONST: complaint('complaint-clean'),
  Mold: repair('leak-wall'),
  Elevator: repair('public-elevator', { urgent: true }),
  'Street Light Condition': repair('public-light'),
  'Traffic Signal Condition': repair('public-light'),
  'Street Condition': repair('public-road'),
  'Street Sign - Damaged': repair('public-road'),
  'Street Sign - Missing': repair('public-road'),
  'Street Sign - Dangling': repair('public-road'),
  'Highway Condition': repair('public-road'),
  'Highway Sign - Missing': repair('public-road'),
  'Sidewalk Condition': repair('public-road'),
  'Maintenance or Facility': repair('public-road'),
  Snow: repair('public-road'),
  'Damaged Tree': repair('public-green'),
  'Overgrown Tree/Branches': repair('public-green'),
  'Root/Sewer/Sidewalk Condition': repair('public-green'),
  'Vacant Lot': repair('public-green'),
  'Hazardous Materials': repair('public-gas', { urgent: true }),
  'Noise - Commercial': complaint('complaint-noise'),
  'Noise - Street/Sidewalk': complaint('complaint-noise'),
  'Noise - Vehicle': complaint('complaint-noise'),
  'Noise - Helicopter': complaint('complaint-noise'),
  'Noise - House of Worship': complaint('complaint-noise'),
  Noise: complaint('complaint-noise'),
  'Blocked Driveway': complaint('complaint-parking'),
  'Illegal Parking': complaint('complaint-parking'),
  'Derelict Vehicle': complaint('complaint-parking'),
  'Derelict Vehicles': complaint('complaint-parking'),
  'Derelict Bicycle': complaint('complaint-parking'),
  Traffic: complaint('complaint-parking'),
  'Dirty Conditions': complaint('complaint-clean'),
  'Sanitation Condition': complaint('complaint-clean'),
  'Missed Collection (All Materials)': complaint('complaint-clean'),
  'Overflowing Litter Baskets': complaint('complaint-clean'),
  'Other Enforcement': complaint('complaint-clean'),
  'Recycling Enforcement': complaint('complaint-clean'),
  Graffiti: complaint('complaint-clean'),
  Rodent: complaint('complaint-clean'),
  'Air Quality': complaint('complaint-clean'),
  'Indoor Air Quality': complaint('complaint-clean'),
  Smoking: complaint('complaint-clean'),
  'Food Establishment': complaint('complaint-clean'),
  'Food Poisoning': complaint('complaint-clean'),
  'Unleashed Dog': complaint('complaint-security'),
  'Animal Abuse': complaint('complaint-security'),
  Drinking: complaint('complaint-security'),
  Vending: complaint('complaint-security'),
  'Violation of Park Rules': complaint('complaint-security'),
  'Special Projects Inspection Team (SPIT)': complaint('complaint-security'),
  'General Construction/Plumbing': complaint('complaint-quality'),
  'Building/Use': complaint('complaint-quality'),
  'Consumer Complaint': complaint('complaint-fee'),
  'Taxi Complaint': complaint('complaint-staff'),
  'For Hire Vehicle Complaint': complaint('complaint-staff'),
  'Benefit Card Replacement': complaint('complaint-other'),
  'DPR Internal': complaint('complaint-other'),
  IGR: complaint('complaint-other'),
  SCRIE: complaint('complaint-fee'),
  'DOF Literature Request': suggestion('suggestion-service'),
  'DOT Literature Request': suggestion('suggestion-service'),
  'Ferry Permit': suggestion('suggestion-service'),
  'Fire Safety Director - F58': suggestion('suggestion-facility'),
  'Litter Basket / Request': suggestion('suggestion-facility'),
};

/** What a request would have been reported as. A type that nobody thought of ends the run: nothing is dropped silently. */
export function reportedAs(type, descriptor) {
  const entry = TYPES[type];
  if (!entry) throw new Error(`nobody said which category the complaint type "${type}" belongs to`);
  const { by = {}, ...whole } = entry;
  const beginning = Object.keys(by).find((start) => descriptor.startsWith(start));
  return beginning ? by[beginning] : whole;
}

export function buildingOf(borough) {
  const building = BUILDINGS[borough];
  if (!building) throw new Error(`no building stands for the borough "${borough}"`);
  return building;
}
