namespace Ceptoar.Hosting.Text;

/// <summary>Check digits of Japanese and payment numbers. Right digits are evidence, no proof: one random number in about ten has them.</summary>
public static class CheckDigits
{
    /// <summary>The individual number, 12 digits (番号法の規定による省令 §5): 11 − Σ P·Q mod 11, 0 where the remainder is 0 or 1.</summary>
    public static bool MyNumber(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 12) return false;

        var sum = 0;
        for (var n = 1; n <= 11; n++) sum += (digits[11 - n] - '0') * (n <= 6 ? n + 1 : n - 5);

        return digits[11] - '0' == (sum % 11 <= 1 ? 0 : 11 - sum % 11);
    }

    /// <summary>The corporate number, 13 digits: the first is 9 − Σ P·Q mod 9, with weights 1 and 2 in turn from the right.</summary>
    public static bool CorporateNumber(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 13) return false;

        var sum = 0;
        for (var n = 1; n <= 12; n++) sum += (digits[13 - n] - '0') * (n % 2 == 1 ? 1 : 2);

        return digits[0] - '0' == 9 - sum % 9;
    }

    /// <summary>A payment card's number: an issuer's prefix, its length, and the check digit of ISO/IEC 7812-1, annex B.</summary>
    public static bool Card(ReadOnlySpan<char> digits) => Issuer(digits) && Luhn(digits);

    /// <summary>ISO/IEC 7812-1, annex B.</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var d = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? d : d < 5 ? d * 2 : d * 2 - 9;
        }

        return sum % 10 == 0;
    }

    static bool Issuer(ReadOnlySpan<char> digits) => digits.Length switch
    {
        16 => int.Parse(digits[..4], System.Globalization.CultureInfo.InvariantCulture) is (>= 4000 and <= 4999) or (>= 5100 and <= 5599) or (>= 2221 and <= 2720) or (>= 3528 and <= 3589) or 6011 or (>= 6440 and <= 6599) or (>= 6200 and <= 6299),
        15 => digits is ['3', '4' or '7', ..],
        14 => digits is ['3', '0', >= '0' and <= '5', ..] or ['3', '6' or '8' or '9', ..],
        13 => digits is ['4', ..],
        _ => false,
    };
}
