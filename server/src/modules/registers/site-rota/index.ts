export { SiteRotaModule } from './site-rota.module';
export { SiteRotaQueries } from './site-rota.queries';
