import type { Page, WorkOrderCategory } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Remembered } from '../../../platform/clock/remembered';
import { Database } from '../../../platform/database/database';
import { type KnownCategory, knownCategories, treeOf } from './category-tree.policy';
import { Category } from './work-order.entity';

export type { KnownCategory } from './category-tree.policy';

/** Machine time. */
const REMEMBER_MS = 30_000;

/** What can be reported. From memory: a change is known to every process within 30 seconds. */
@Injectable()
export class CategoryQueries {
  private readonly remembered: Remembered<{ known: Map<string, KnownCategory>; tree: WorkOrderCategory[] }>;

  constructor(
    private readonly database: Database,
    clock: Clock,
  ) {
    this.remembered = new Remembered(clock, REMEMBER_MS, () => this.load());
  }

  async tree(): Promise<Page<WorkOrderCategory>> {
    return { items: (await this.remembered.get()).tree, nextCursor: null };
  }

  /** One that can be reported now; null for one that was retired. */
  async find(id: string): Promise<KnownCategory | null> {
    const category = (await this.remembered.get()).known.get(id);
    return category?.active ? category : null;
  }

  /** Every category by id, retired ones too: old orders keep what they were about. */
  async all(): Promise<ReadonlyMap<string, KnownCategory>> {
    return (await this.remembered.get()).known;
  }

  /** Categories changed: they are read anew. */
  invalidate(): void {
    this.remembered.forget();
  }

  private async load() {
    const manager = await this.database.aside();
    const rows = await manager.find(Category);
    const known = knownCategories(rows);
    return { known, tree: treeOf(rows, known) };
  }
}
