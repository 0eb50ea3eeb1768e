using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Sealing;
using MassTransit;

namespace Ceptoar.Intake.Attachments;

/// <summary>Deletes a removed file once its removal is committed. Hearing it twice changes nothing.</summary>
public class DestroyAttachmentConsumer(BlobStore blobs) : IConsumer<AttachmentRemoved>
{
    public Task Consume(ConsumeContext<AttachmentRemoved> context)
    {
        blobs.Delete(context.Message.AttachmentId);
        return Task.CompletedTask;
    }
}
