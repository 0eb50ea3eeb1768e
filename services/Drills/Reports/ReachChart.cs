using System.Globalization;
using System.Text;
using Ceptoar.Hosting.Http;

namespace Ceptoar.Drills.Reports;

/// <summary>Reach curves as a drawing (SVG) that needs no style and no script, and reads without colour: each stage has a line of its own kind, and its name at its end.</summary>
static class ReachChart
{
    const double Width = 640, Height = 260, Left = 44, Right = 110, Top = 12, Bottom = 30;

    static readonly (string Colour, string Dashes)[] Lines = [("#0b5394", "none"), ("#990000", "7 3"), ("#38761d", "2 3"), ("#674ea7", "9 3 2 3"), ("#444444", "1 4")];

    /// <param name="curves">Name and rising points of each; those without a point are left out.</param>
    /// <param name="title">What the drawing shows, for those who hear it.</param>
    public static string Of(IEnumerable<(string Name, CurvePoint[] Points)> curves, string title)
    {
        var drawn = curves.Where(c => c.Points.Length > 0).ToArray();
        if (drawn.Length == 0) return "";

        var most = Scale(drawn.Max(c => c.Points[^1].Seconds));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"100%\" role=\"img\" font-family=\"sans-serif\" font-size=\"11\"><title>{Encode(title)}</title>\n");
        for (var quarter = 0; quarter <= 4; quarter++)
        {
            var y = Y(quarter / 4.0);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" y1=\"{y:0.0}\" x2=\"{Width - Right}\" y2=\"{y:0.0}\" stroke=\"#cccccc\"/><text x=\"{Left - 4}\" y=\"{y + 4:0.0}\" text-anchor=\"end\">{quarter * 25} %</text>\n");
        }

        for (var part = 0; part <= 4; part++)
        {
            var x = X(most * part / 4, most);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x:0.0}\" y1=\"{Top}\" x2=\"{x:0.0}\" y2=\"{Height - Bottom}\" stroke=\"#eeeeee\"/><text x=\"{x:0.0}\" y=\"{Height - Bottom + 16}\" text-anchor=\"middle\">{Encode(Label(most * part / 4))}</text>\n");
        }

        var ends = new List<double>();
        foreach (var (curve, i) in drawn.Select((c, i) => (c, i)))
        {
            var (colour, dashes) = Lines[i % Lines.Length];
            var y = Free(Y(curve.Points[^1].Share), ends);
            svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\" points=\"{string.Join(' ', Steps(curve.Points, most))}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - Right + 6}\" y=\"{y + 4:0.0}\" fill=\"{colour}\">{Encode(curve.Name)}</text>\n");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>A share stays until the next is reached, and to the edge at last.</summary>
    static IEnumerable<string> Steps(CurvePoint[] points, double most)
    {
        var share = 0.0;
        foreach (var point in points)
        {
            yield return At(point.Seconds, share);
            yield return At(point.Seconds, share = point.Share);
        }

        yield return At(most, share);

        string At(double seconds, double up) => string.Create(CultureInfo.InvariantCulture, $"{X(seconds, most):0.0},{Y(up):0.0}");
    }

    /// <summary>A height for a name where none stands yet, towards the middle.</summary>
    static double Free(double y, List<double> taken)
    {
        var step = y < Height / 2 ? 12 : -12;
        while (taken.Any(t => Math.Abs(t - y) < 12)) y += step;

        taken.Add(y);
        return y;
    }

    /// <summary>A round time that is not shorter.</summary>
    static double Scale(double seconds) => new double[] { 60, 300, 600, 1_200, 3_600, 7_200, 14_400, 28_800, 86_400 }.FirstOrDefault(s => s >= seconds, Math.Ceiling(seconds / 86_400) * 86_400);

    static string Label(double seconds) => seconds switch
    {
        0 => "0",
        < 60 => Problems.Say($"{seconds:0} 秒", $"{seconds:0} s"),
        < 3_600 => Problems.Say($"{seconds / 60:0.##} 分", $"{seconds / 60:0.##} min"),
        _ => Problems.Say($"{seconds / 3_600:0.##} 時間", $"{seconds / 3_600:0.##} h"),
    };

    static double X(double seconds, double most) => Left + ((Width - Left - Right) * seconds / most);

    static double Y(double share) => Top + ((Height - Top - Bottom) * (1 - share));

    static string Encode(string text) => LightPage.Encode(text);
}
