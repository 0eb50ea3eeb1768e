import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** A dialogue over the page, which keeps what it holds. Without `onClose` it stays until what it asks for is done. */
export function Dialogue({
  title,
  isOpen,
  onClose,
  children,
}: {
  title: string;
  isOpen: boolean;
  onClose?: () => void;
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable={false}
      isKeyboardDismissDisabled={!onClose}
      onOpenChange={open => {
        if (!open) onClose?.();
      }}
      className="fixed inset-0 z-50 flex items-start justify-center overflow-y-auto bg-black/60 p-4 md:items-center"
    >
      <Modal className="w-full max-w-xl">
        <Dialog className="rounded-xl bg-white p-5 shadow-xl md:p-8">
          <Heading slot="title" className="mb-4 text-xl font-bold">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
