namespace Ceptoar.Classification.Signals;

/// <summary>Numbers of persons and cards, lists of people, and single persons.</summary>
public static class PersonalDataSignals
{
    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        PersonalNumbers.Find(field, found);
        if (field.Indicator is { Role: not "victim" }) return; // whoever attacks is no person to be protected

        People.Find(field, found);
        PeopleLists.Find(field, found);
    }
}
