import { Module } from '@nestjs/common';
import { ProjectModule } from '../project';
import { SiteRotaController } from './site-rota.controller';
import { SiteRotaQueries } from './site-rota.queries';
import { SiteRotaService } from './site-rota.service';
import { SiteRotas } from './site-rotas';

@Module({
  imports: [ProjectModule],
  controllers: [SiteRotaController],
  providers: [SiteRotas, SiteRotaQueries, SiteRotaService],
  exports: [SiteRotaQueries],
})
export class SiteRotaModule {}
