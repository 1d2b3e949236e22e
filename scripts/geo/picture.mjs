// Draws land.txt to be looked at: `node picture.mjs WIDTH [west,south,east,north] > map.html`. DOTS names a table of points to
// draw upon it: lon, lat, colour, radius.
import { existsSync, readFileSync } from 'node:fs'
import { geoEqualEarthRaw } from 'd3-geo'
import { CENTRE } from './plane.mjs'

const width = Number(process.argv[2] ?? 1440)
const [west, south, east, north] = (process.argv[3] ?? '-168.5,-57,191.5,84.5').split(',').map(Number)
const folder = new URL('../../src/model/geo/', import.meta.url)
const land = readLand(readFileSync(new URL('land.txt', folder), 'utf8'))

const corners = []
for (let lat = south; lat <= north; lat += 0.5) corners.push(raw([west, lat]), raw([east, lat]))
const [left, right] = [Math.min(...corners.map(c => c[0])), Math.max(...corners.map(c => c[0]))]
const [bottom, top] = [raw([0, south])[1], raw([0, north])[1]]
const scale = width / (right - left)
const height = Math.round((top - bottom) * scale)

const ring = arcs => arcs.flatMap(i => (i < 0 ? land.lines[~i].points.toReversed() : land.lines[i].points))
const fill = land.countries.map(c => `<path data-c="${c.code}" d="${c.rings.map(r => path(ring(r)) + 'Z').join('')}"/>`)
const stroke = kind => land.lines.filter(l => l.kind === kind).map(l => path(l.points)).join('')
console.log(`<!doctype html><meta charset=utf-8><style>body{margin:0;background:#faf7f0}svg{display:block}</style>
<svg width="${width}" height="${height}" fill="none" stroke-linejoin="round">
<g fill="#e3ddcf" fill-rule="evenodd">${fill.join('')}</g>
<path d="${stroke('c')}" stroke="#8a8577" stroke-width=".6"/>
<path d="${stroke('b')}" stroke="#faf7f0" stroke-width="1"/>
<path d="${stroke('d')}" stroke="#faf7f0" stroke-width="1" stroke-dasharray="2 2"/>
${dots()}</svg>`)

function dots() {
  const file = process.env.DOTS
  if (!file || !existsSync(file)) return ''
  const points = readFileSync(file, 'utf8').trim().split('\n').map(line => line.split('\t'))
  return points.map(([lon, lat, colour, r]) => {
    const [x, y] = pixel([Number(lon), Number(lat)])
    return `<circle cx="${x}" cy="${y}" r="${r ?? 3}" fill="${colour ?? '#a32b1f'}"/>`
  }).join('')
}

function readLand(text) {
  const [lines, countries] = text.trim().split('\n\n').map(part => part.split('\n'))
  return {
    lines: lines.slice(1).map(line => {
      const [kind, ...moves] = line.split(' ')
      let [x, y] = [0, 0]
      const points = []
      for (let i = 0; i < moves.length; i += 2) {
        x += Number(moves[i])
        y += Number(moves[i + 1])
        points.push([x / 100, y / 100])
      }
      return { kind, points }
    }),
    countries: countries.map(line => {
      const [code, ...rings] = line.split(' ')
      return { code, rings: rings.map(r => r.split(',').map(Number)) }
    }),
  }
}

function raw([lon, lat]) {
  return geoEqualEarthRaw(((lon - CENTRE) * Math.PI) / 180, (lat * Math.PI) / 180)
}
function pixel(point) {
  const [x, y] = raw(point)
  return [((x - left) * scale).toFixed(1), ((top - y) * scale).toFixed(1)]
}
function path(points) {
  return 'M' + points.map(p => pixel(p).join()).join('L')
}
