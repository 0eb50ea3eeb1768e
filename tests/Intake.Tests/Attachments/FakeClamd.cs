using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ceptoar.Intake.Tests.Attachments;

/// <summary>Speaks <c>zPING</c> and <c>zINSTREAM</c> as clamd does and answers what a test says; finds EICAR's test file by itself.</summary>
sealed class FakeClamd : IDisposable
{
    // apart, so that no scanner takes this file for it
    public static readonly string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!" + "$H+H*";

    readonly Socket listener;
    readonly CancellationTokenSource end = new();

    public FakeClamd(string? socket = null)
    {
        EndPoint where = socket is null ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(socket);
        listener = new(where.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(where);
        listener.Listen();
        Address = socket ?? $"127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}";
        _ = Listen();
    }

    public string Address { get; }

    /// <summary>What it says to a file with these words in it, instead of looking: null: hangs up.</summary>
    public ConcurrentDictionary<string, string?> Says { get; } = new();

    /// <summary>Files it was asked of.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
        end.Dispose();
    }

    async Task Listen()
    {
        try
        {
            while (true) _ = Answer(await listener.AcceptAsync(end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // the test is over
        }
    }

    async Task Answer(Socket client)
    {
        using (client)
        {
            await using var stream = new NetworkStream(client);
            var command = await Until0(stream);
            if (command == "zPING") await stream.WriteAsync("PONG\0"u8.ToArray());
            if (command != "zINSTREAM") return;

            using var file = new MemoryStream();
            var length = new byte[4];
            while (true)
            {
                await stream.ReadExactlyAsync(length);
                var bytes = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
                if (bytes.Length == 0) break;

                await stream.ReadExactlyAsync(bytes);
                file.Write(bytes);
            }

            var text = Encoding.UTF8.GetString(file.ToArray());
            Asked.Enqueue(text);
            var said = Says.FirstOrDefault(s => text.Contains(s.Key, StringComparison.Ordinal));
            var answer = said.Key is not null ? said.Value : text.Contains(Eicar, StringComparison.Ordinal) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
            if (answer is not null) await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        }
    }

    static async Task<string> Until0(NetworkStream stream)
    {
        var command = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1 && one[0] != 0) command.Append((char)one[0]);
        return command.ToString();
    }
}
