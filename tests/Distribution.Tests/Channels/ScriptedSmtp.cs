using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ceptoar.Distribution.Tests.Channels;

/// <summary>A mail server that is hard to please: how it answers to a recipient is said by the recipient's name.</summary>
public sealed class ScriptedSmtp : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentDictionary<string, int> asked = new();
    readonly ConcurrentQueue<(string To, string Mail)> taken = new();

    public ScriptedSmtp()
    {
        listener.Start();
        _ = Listen();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public IReadOnlyList<string> TakenBy(string address) => [.. taken.Where(m => m.To == address).Select(m => m.Mail)];

    public int Asked(string address) => asked.GetValueOrDefault(address);

    public void Dispose() => listener.Dispose();

    async Task Listen()
    {
        while (true)
        {
            try
            {
                _ = Talk(await listener.AcceptTcpClientAsync());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    async Task Talk(TcpClient client)
    {
        using var _ = client;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 hard.example");
            var to = "";
            while (await reader.ReadLineAsync() is { } line)
            {
                switch (line.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "RCPT":
                        to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                        if (Answer(to, asked.AddOrUpdate(to, 1, (_, n) => n + 1)) is not { } answer) await Task.Delay(Timeout.Infinite);
                        else await writer.WriteLineAsync(answer);
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        var mail = new StringBuilder();
                        while (await reader.ReadLineAsync() is { } text and not ".") mail.Append(text).Append('\n');
                        taken.Enqueue((to, mail.ToString()));
                        await writer.WriteLineAsync("250 2.0.0 taken");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    default:
                        await writer.WriteLineAsync("250 hard.example");
                        break;
                }
            }
        }
        catch (IOException)
        {
            // the client went
        }
    }

    /// <summary>Null: never.</summary>
    static string? Answer(string to, int time) => to.Split('@')[0].Split('-')[0] switch
    {
        "nobody" => "550 5.1.1 <" + to + ">: no such user here",
        "policy" => "554 5.7.1 not from you",
        "grey" => time < 3 ? "450 4.2.0 greylisted, come again" : "250 ok",
        "full" => "452 4.2.2 mailbox full",
        "hangs" => null,
        _ => "250 ok",
    };
}
