export interface ColleagueCard {
  id: string;
  name: string;
  title: string;
  /** Work phone that customers may call. */
  phone: string | null;
  intro: string | null;
}

export interface ColleagueView {
  id: string;
  name: string;
  role: string;
  teamName: string | null;
  onDuty: boolean;
  openLeads: number;
  capacity: number;
  /** Why this colleague cannot take a lead at this moment; null when they can. */
  unavailable: string | null;
}

export interface DutyState {
  onDuty: boolean;
  shiftName: string | null;
  /** `今天 09:00–12:00、13:00–18:00` */
  today: string;
}

/** `POST /api/staff/leaves`: one's own time off, ISO 8601. */
export interface LeaveRequest {
  fromAt: string;
  toAt: string;
  /** 年假, 病假 … */
  reason: string;
}

export interface LeaveView extends LeaveRequest {
  id: string;
}
