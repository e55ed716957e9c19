import { Module } from '@nestjs/common';
import { ProjectModule } from '../project';
import { HomeRegister } from './home.register';

@Module({ imports: [ProjectModule], providers: [HomeRegister], exports: [HomeRegister] })
export class HomeModule {}
