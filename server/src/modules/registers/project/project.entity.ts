import type { ChannelRoot, LayoutRoom } from '@guihu/shared';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Big, Flag, Id, Int, Json, Ref, Text } from '../../../platform/database/columns';

@Entity('projects')
@Index(['code'], { unique: true })
export class Project {
  @Id() id: string;
  /** Short name used in receipt numbers: `YX`. */
  @Text(8) code: string;
  @Text(40) name: string;
  @Text(20) city: string;
  @Text(20) district: string;
  @Text(120) address: string;
  @Text(60) slogan: string;
  @Text(1000) description: string;
  @Json() tags: string[];
  @Json() facts: { label: string; value: string }[];
  @Text(60) openingHours: string;
  @Text(20) phone: string;
  /** G11: the public view hides prices if so set. */
  @Flag({ default: true }) showsPrices: boolean;
  @Flag({ default: true }) active: boolean;
  @Int() position: number;
}

@Entity('buildings')
@Index(['projectId'])
export class Building {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(20) name: string;
  @Int() floors: number;
  @Int() unitsPerFloor: number;
  @Text(20) productType: string;
}

@Entity('layouts')
@Index(['projectId'])
export class Layout {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(10) code: string;
  @Text(30) title: string;
  /** Square metres times ten. */
  @Int() areaTenths: number;
  @Text(20) productType: string;
  @Json() rooms: LayoutRoom[];
}

@Entity('units')
@Index(['buildingId', 'label'], { unique: true })
@Index(['layoutId', 'state'])
@Index(['projectId', 'state'])
export class Unit {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @ForeignKey('buildings') @Ref() buildingId: string;
  @ForeignKey('layouts') @Ref() layoutId: string;
  @Int() floor: number;
  /** 1203 */
  @Text(10) label: string;
  /** Fen. */
  @Big() price: number;
  @Text(12) state: 'available' | 'reserved' | 'sold';
}

/** Where a lead may come from (A6): an entry under one of the five roots. */
@Entity('channels')
@Index(['code'], { unique: true })
export class Channel {
  @Id() id: string;
  @Text(60) code: string;
  @Text(40) name: string;
  @Text(12) root: ChannelRoot;
  @Flag({ default: true }) active: boolean;
  @Int() position: number;
}
