using Ceptoar.Hosting.Text;

namespace Ceptoar.Classification.Signals;

/// <summary>Where words of Latin letters meet in a squeezed view, which has lost the blanks between them.</summary>
static class WordBounds
{
    /// <summary>White space stood before this place.</summary>
    public static bool Apart(TextView view, int place)
    {
        var (before, after) = (view.ToOriginal(place - 1, 1).End, view.ToOriginal(place, 1).Start);
        for (var i = before; i < after; i++)
        {
            if (char.IsWhiteSpace(view.Original[i])) return true;
        }

        return false;
    }
}
