// A true circle on the ground: every point of its edge is `radius_m` metres from its centre.

const EARTH_M = 6_371_008.8; // mean radius, IUGG 1980

/** Takes [lon, lat] in degrees and metres; gives a GeoJSON Polygon, wound as RFC 7946 asks. */
export function circlePolygon([lon, lat], radius_m, corners = radius_m > 5000 ? 128 : 72) {
  const [phi, reach] = [radians(lat), radius_m / EARTH_M];
  const edge = [];
  for (let i = 0; i < corners; i++) {
    const bearing = -(2 * Math.PI * i) / corners;
    const y = Math.asin(Math.sin(phi) * Math.cos(reach) + Math.cos(phi) * Math.sin(reach) * Math.cos(bearing));
    const x = Math.atan2(Math.sin(bearing) * Math.sin(reach) * Math.cos(phi), Math.cos(reach) - Math.sin(phi) * Math.sin(y));
    edge.push([lon + degrees(x), degrees(y)]);
  }
  edge.push(edge[0]);
  return { type: "Polygon", coordinates: [edge] };
}

function radians(value) {
  return (value * Math.PI) / 180;
}

function degrees(value) {
  return (value * 180) / Math.PI;
}
