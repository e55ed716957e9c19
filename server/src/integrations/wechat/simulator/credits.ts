/** One-time subscriptions: each accept of a template by a person buys one send, without a time limit. */
export class Credits {
  private counts = new Map<string, number>();

  add(openid: string, templateId: string): void {
    this.counts.set(`${openid} ${templateId}`, this.count(openid, templateId) + 1);
  }

  count(openid: string, templateId: string): number {
    return this.counts.get(`${openid} ${templateId}`) ?? 0;
  }

  /** Spends one; answers false when there was none. */
  spend(openid: string, templateId: string): boolean {
    const left = this.count(openid, templateId);
    if (left === 0) return false;
    this.counts.set(`${openid} ${templateId}`, left - 1);
    return true;
  }

  drop(openid: string, templateId: string): void {
    this.counts.delete(`${openid} ${templateId}`);
  }

  save(): Record<string, number> {
    return Object.fromEntries(this.counts);
  }

  restore(saved: Record<string, number>): void {
    this.counts = new Map(Object.entries(saved));
  }
}
