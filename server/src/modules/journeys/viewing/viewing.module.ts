import { Module } from '@nestjs/common';
import { VisitHistory } from './visit-history.queries';

@Module({ providers: [VisitHistory], exports: [VisitHistory] })
export class ViewingModule {}
