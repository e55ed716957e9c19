/** What a choice calls things: leads are 在跟 and 分配, orders are 手上 and 派单. */
export interface ChoiceWords {
  /** `线索` */
  thing: string;
  /** `这条线索` */
  thisOne: string;
  /** `在跟`: what a colleague has in hand. */
  open: string;
  /** `分配` */
  give: string;
  /** `分配给` */
  giveTo: string;
  /** `已分` */
  given: string;
  /** How drops of its own are counted: `{ 'already-offered': '已分配过未接单' }`. */
  counted: Readonly<Record<string, string>>;
  /** Codes of its own for those whom the rule does not speak of. */
  unspoken: readonly string[];
}
