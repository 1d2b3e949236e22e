// Prints a point for the name of each country: the point of its largest part that is farthest from every edge.
import polylabel from 'polylabel'
import { placed, projected } from './plane.mjs'
import { area, polygons } from './shapes.mjs'

const largest = {}
for (const { country, rings } of polygons()) {
  const part = { rings: rings.map(ring => ring.map(projected)) }
  part.area = Math.abs(area(part.rings[0]))
  if (!(largest[country]?.area > part.area)) largest[country] = part
}
for (const country of Object.keys(largest).sort()) {
  const [lon, lat] = placed(polylabel(largest[country].rings, 5))
  console.log([country, lat.toFixed(1), (lon > 180 ? lon - 360 : lon).toFixed(1)].join('\t'))
}
