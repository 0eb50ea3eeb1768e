using Ceptoar.Directory;

namespace Ceptoar.Distribution.Push;

/// <summary>The mailboxes whose clients are connected to this instance, each with the number it hinted last.</summary>
public sealed class ConnectedMailboxes
{
    readonly Dictionary<Guid, Box> boxes = [];

    /// <summary>Adds a connection; hints go on from where the mailbox stands, unless another connection had it already.</summary>
    public void Add(Mailbox mailbox, string connection, long last)
    {
        lock (boxes)
        {
            if (!boxes.TryGetValue(mailbox.Id, out var box)) boxes[mailbox.Id] = box = new() { Mailbox = mailbox, Last = last, LastUrgent = last };
            box.Connections.Add(connection);
        }
    }

    public void Remove(Mailbox mailbox, string connection)
    {
        lock (boxes)
        {
            if (boxes.TryGetValue(mailbox.Id, out var box) && box.Connections.Remove(connection) && box.Connections.Count == 0) boxes.Remove(mailbox.Id);
        }
    }

    /// <summary>The connections of a mailbox.</summary>
    public string[] Of(Guid mailbox)
    {
        lock (boxes) return boxes.TryGetValue(mailbox, out var box) ? [.. box.Connections] : [];
    }

    /// <summary>The mailbox, with the organisation by which it is connected; null where it is not.</summary>
    public Mailbox? Find(Guid mailbox)
    {
        lock (boxes) return boxes.GetValueOrDefault(mailbox)?.Mailbox;
    }

    /// <summary>Every connected mailbox with the number up to which everything, or everything urgent, was hinted.</summary>
    public (Mailbox[] Mailboxes, long[] Last) Hinted(bool urgentOnly)
    {
        lock (boxes) return ([.. boxes.Values.Select(b => b.Mailbox)], [.. boxes.Values.Select(b => urgentOnly ? b.LastUrgent : b.Last)]);
    }

    /// <summary>Notes that everything up to a hint, or everything urgent, was hinted; the connections to send it to, none where it went ahead of the others before.</summary>
    public string[] Hint(Guid mailbox, long sequence, bool urgent, bool urgentOnly)
    {
        lock (boxes)
        {
            if (!boxes.TryGetValue(mailbox, out var box) || sequence <= (urgentOnly ? box.LastUrgent : box.Last)) return [];

            if (!urgentOnly) box.Last = sequence;
            if (urgent && sequence <= box.LastUrgent) return [];

            if (urgent) box.LastUrgent = sequence;
            return [.. box.Connections];
        }
    }

    sealed class Box
    {
        public required Mailbox Mailbox { get; init; }
        public HashSet<string> Connections { get; } = [];
        public long Last { get; set; }
        public long LastUrgent { get; set; }
    }
}
