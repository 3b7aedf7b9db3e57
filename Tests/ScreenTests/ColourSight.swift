// What people see of colours, computed from first principles: contrast by WCAG 2, differences by CIEDE2000, and the sight
// of people without one kind of cone by Machado, Oliveira and Fernandes (2009), severity 1.

import Foundation

/// A colour in linear light, each part from 0 to 1.
struct LinearColour {
    var red: Double
    var green: Double
    var blue: Double

    /// A colour of xterm's palette from 16 on; the first sixteen are the user's own.
    init(xterm index: Int) {
        precondition((16...255).contains(index), "colours below 16 are repainted by themes")
        let steps = [0, 95, 135, 175, 215, 255]
        let cube = index - 16
        let grey = 8 + 10 * (index - 232)
        let parts = index >= 232 ? [grey, grey, grey] : [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
        self.init(parts.map { Self.linear(Double($0) / 255) })
    }

    static let black = LinearColour([0, 0, 0])
    static let white = LinearColour([1, 1, 1])

    private init(_ parts: [Double]) { (red, green, blue) = (parts[0], parts[1], parts[2]) }

    private static func linear(_ value: Double) -> Double {
        value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    // MARK: Contrast

    /// The relative luminance of WCAG.
    var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    /// From 1 to 21.
    func contrast(with other: LinearColour) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    // MARK: Sight

    enum Sight: CaseIterable {
        case normal, protan, deutan, tritan

        fileprivate var matrix: [[Double]] {
            switch self {
            case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
            case .protan:
                [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
            case .deutan:
                [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
            case .tritan:
                [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
            }
        }
    }

    func seen(by sight: Sight) -> LinearColour {
        LinearColour(sight.matrix.map { min(1, max(0, $0[0] * red + $0[1] * green + $0[2] * blue)) })
    }

    // MARK: Difference

    /// Lightness and the two opponent colours of CIELAB, D65.
    private var lab: (l: Double, a: Double, b: Double) {
        let x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
        let y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
        let z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
        func f(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116 }
        return (116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z)))
    }

    /// CIEDE2000; about 1 is the least that a person tells apart.
    func difference(from other: LinearColour) -> Double { Self.difference(lab, other.lab) }

    /// After Sharma, Wu and Dalal (2005), whose test pairs are in `PaletteTests`.
    static func difference(_ one: (l: Double, a: Double, b: Double), _ two: (l: Double, a: Double, b: Double)) -> Double
    {
        let mean = (hypot(one.a, one.b) + hypot(two.a, two.b)) / 2
        let g = 0.5 * (1 - sqrt(pow(mean, 7) / (pow(mean, 7) + pow(25, 7))))
        let (a1, a2) = (one.a * (1 + g), two.a * (1 + g))
        let (c1, c2) = (hypot(a1, one.b), hypot(a2, two.b))
        let (h1, h2) = (hue(a1, one.b), hue(a2, two.b))
        var step = h2 - h1
        if c1 * c2 == 0 { step = 0 } else if step > 180 { step -= 360 } else if step < -180 { step += 360 }
        let dh = 2 * sqrt(c1 * c2) * sin(radians(step / 2))
        let (l, c) = ((one.l + two.l) / 2, (c1 + c2) / 2)
        var h = h1 + h2
        if c1 * c2 != 0 { h = (abs(h1 - h2) <= 180 ? h : h < 360 ? h + 360 : h - 360) / 2 }
        let t =
            1 - 0.17 * cos(radians(h - 30)) + 0.24 * cos(radians(2 * h)) + 0.32 * cos(radians(3 * h + 6))
            - 0.20 * cos(radians(4 * h - 63))
        let (sl, sc) = (1 + 0.015 * pow(l - 50, 2) / sqrt(20 + pow(l - 50, 2)), 1 + 0.045 * c)
        let sh = 1 + 0.015 * c * t
        let turn = 60 * exp(-pow((h - 275) / 25, 2))
        let rt = -2 * sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7))) * sin(radians(turn))
        let (lightness, chroma, angle) = ((two.l - one.l) / sl, (c2 - c1) / sc, dh / sh)
        return sqrt(lightness * lightness + chroma * chroma + angle * angle + rt * chroma * angle)
    }

    private static func hue(_ a: Double, _ b: Double) -> Double {
        if a == 0 && b == 0 { return 0 }
        let degrees = atan2(b, a) * 180 / .pi
        return degrees < 0 ? degrees + 360 : degrees
    }

    private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}
